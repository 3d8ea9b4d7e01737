/** Bills: what each cost, who pays which part so that it visibly adds up, and why it is this amount. */
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { Away } from '../frame/away.tsx';
import frame from '../frame/frame.module.css';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { BillCard } from './bill-card.tsx';
import { useMyBills } from './use-my-bills.ts';

export function BillsPage() {
  const { t } = useTranslation('patient');
  return <PatientFrame title={t('bills.title')}>{() => <Bills />}</PatientFrame>;
}

function Bills() {
  const { t } = useTranslation('patient');
  const { bills, problem, readAgain } = useMyBills();
  if (!bills && problem) return <Away whole part={t('bills.title')} problem={problem} onRetry={readAgain} />;
  if (!bills) return <LoadingState rows={2} height={220} />;
  if (bills.length === 0) return <EmptyState title={t('bills.nothing')} hint={t('bills.nothingHint')} />;
  return (
    <>
      <p className={frame['quiet']}>{t('bills.intro')}</p>
      {bills.map((bill) => (
        <BillCard key={bill.id} bill={bill} />
      ))}
    </>
  );
}
