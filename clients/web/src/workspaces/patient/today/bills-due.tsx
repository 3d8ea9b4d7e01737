/** What is to be paid, if anything; where bills cannot be read, that is said and the rest of the page stands. */
import { PayCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMyBills } from '../bills/use-my-bills.ts';
import { yuan } from '../bills/yuan.ts';
import { Away } from '../frame/away.tsx';
import { NoteLink } from './note-link.tsx';

export function BillsDue() {
  const { t } = useTranslation('patient');
  const { bills, problem, readAgain } = useMyBills();
  if (!bills) return problem && <Away part={t('bills.title')} problem={problem} onRetry={readAgain} />;
  const due = bills.filter(({ invoice: { status, patientFen } }) => status === 'ISSUED' && patientFen > 0);
  if (due.length === 0) return null;
  const sum = due.reduce((fen, { invoice }) => fen + invoice.patientFen, 0);
  return (
    <NoteLink
      to="/patient/bills"
      icon={<PayCircleOutlined />}
      title={t('bills.due', { amount: yuan(sum) })}
      hint={t('bills.dueHint', { count: due.length })}
    />
  );
}
