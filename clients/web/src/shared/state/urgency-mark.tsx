/** How soon the first answer is due, by shape and word: a filled diamond for critical, a half one for urgent. */
import { useTranslation } from 'react-i18next';
import styles from './urgency-mark.module.css';

export type Urgency = 'CRITICAL' | 'URGENT' | 'ROUTINE';

const shapes: Readonly<Record<Urgency, string>> = { CRITICAL: '◆', URGENT: '◈', ROUTINE: '◇' };

export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation('shared');
  return (
    <span className={`${styles['mark']} ${styles[urgency]}`}>
      <span aria-hidden>{shapes[urgency]}</span> {t(`urgency.${urgency}`)}
    </span>
  );
}
