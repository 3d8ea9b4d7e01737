/** One bill as a sum on paper: the fee, what others pay of it, a line, and what is left to pay. */
import { CalculatorOutlined, CheckCircleOutlined, StopOutlined, PayCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { date } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';
import styles from './bills.module.css';
import { Reasons } from './reasons.tsx';
import { Sum } from './sum.tsx';
import type { Bill } from './use-my-bills.ts';

const signs = {
  DRAFT: CalculatorOutlined,
  ISSUED: PayCircleOutlined,
  SETTLED: CheckCircleOutlined,
  VOID: StopOutlined,
};

export function BillCard({ bill: { number, kind, specialty, createdAt, invoice } }: { bill: Bill }) {
  const { t } = useTranslation('patient');
  const Sign = signs[invoice.status];
  const at = invoice.settledAt ?? invoice.issuedAt;
  return (
    <section className={frame['card']} aria-labelledby={`bill-${invoice.id}`}>
      <div className={frame['row']}>
        <h2 id={`bill-${invoice.id}`}>
          {t(`shared:kind.${kind}`)} · {specialty}
        </h2>
        <span className={styles['status']} data-status={invoice.status}>
          <Sign aria-hidden /> {t(`bills.status.${invoice.status}`)}
        </span>
      </div>
      <p className={`${frame['quiet']} numerals`}>
        {date(createdAt)} · {number}
      </p>
      <Sum invoice={invoice} />
      <p className={frame['quiet']}>{t(`bills.hint.${invoice.status}`, { date: at === null ? '' : date(at) })}</p>
      <details className={frame['fold']}>
        <summary>{t('bills.why')}</summary>
        <Reasons invoice={invoice} />
      </details>
    </section>
  );
}
