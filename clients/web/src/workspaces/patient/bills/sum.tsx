/** A bill as a sum on paper: the fee, less what others pay, and under the line what is left. */
import { useTranslation } from 'react-i18next';
import styles from './bills.module.css';
import type { Invoice } from './use-my-bills.ts';
import { yuan } from './yuan.ts';

export function Sum({ invoice: { feeFen, insuredFen, subsidyFen, patientFen } }: { invoice: Invoice }) {
  const { t } = useTranslation('patient');
  return (
    <dl className={`${styles['sum']} numerals`}>
      <Line name={t('bills.fee')} amount={yuan(feeFen)} />
      <Line name={t('bills.insured')} amount={`− ${yuan(insuredFen)}`} />
      <Line name={t('bills.subsidy')} amount={`− ${yuan(subsidyFen)}`} />
      <Line name={t('bills.patient')} amount={t('bills.yuan', { amount: yuan(patientFen) })} total />
    </dl>
  );
}

function Line({ name, amount, total = false }: { name: string; amount: string; total?: boolean }) {
  return (
    <div className={total ? styles['total'] : ''}>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
