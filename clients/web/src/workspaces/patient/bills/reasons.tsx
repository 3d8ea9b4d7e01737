/** Why it is this amount, step by step in the reader's language; a bill older than the codes has the server's Chinese words alone. */
import { useTranslation } from 'react-i18next';
import styles from './bills.module.css';
import type { Invoice } from './use-my-bills.ts';
import { yuan } from './yuan.ts';

export function Reasons({ invoice: { reasons, because } }: { invoice: Pick<Invoice, 'reasons' | 'because'> }) {
  return (
    <ol className={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          <ReasonWords reason={reason} />
        </li>
      ))}
      {reasons.length === 0 && because.map((words) => <li key={words}>{words}</li>)}
    </ol>
  );
}

function ReasonWords({ reason }: { reason: Invoice['reasons'][number] }) {
  const { t } = useTranslation('patient');
  const { code, amountFen, rateBasisPoints, limitFen, unlimitedFen, restFen, kind, title } = reason;
  // A step that the limit did not change need not speak of it.
  const capped = code === 'INSURANCE_RATE' && unlimitedFen !== null && unlimitedFen > amountFen;
  return t(`reason.${code}${capped ? '_CAPPED' : ''}`, {
    amount: yuan(amountFen),
    rate: (rateBasisPoints ?? 0) / 100,
    limit: yuan(limitFen ?? 0),
    unlimited: yuan(unlimitedFen ?? 0),
    rest: yuan(restFen ?? 0),
    kind: kind === null ? '' : t(`shared:kind.${kind}`),
    title: title === null ? '' : t(`shared:title.${title}`),
  });
}
