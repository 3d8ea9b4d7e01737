/** What happened, newest first, by whom. */
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../time/format-time.ts';
import styles from './consultation.module.css';
import type { Consultation } from './use-consultation.ts';

export function Timeline({ entries }: { entries: Consultation['timeline'] }) {
  const { t } = useTranslation('shared');
  return (
    <section>
      <h3>{t('consultation.timeline')}</h3>
      <ol className={styles['timeline']}>
        {entries.toReversed().map(({ at, event, note, by }) => (
          <li key={`${at} ${event}`}>
            <time className={styles['quiet']} dateTime={at}>
              {dateAndTime(at)}
            </time>
            <span>
              {t(`event.${event}`)} <span className={styles['quiet']}>{by?.name ?? t('system')}</span>
              {note !== null && <span className={styles['note']}>{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
