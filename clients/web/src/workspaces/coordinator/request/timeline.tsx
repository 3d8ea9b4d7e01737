/** What happened, newest first, by whom. */
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import styles from './request.module.css';
import type { Request } from './use-request.ts';

export function Timeline({ entries }: { entries: Request['timeline'] }) {
  const { t } = useTranslation('coordinator');
  return (
    <section>
      <h3>{t('request.timeline')}</h3>
      <ol className={styles['timeline']}>
        {entries.toReversed().map(({ at, event, note, by }) => (
          <li key={`${at} ${event}`}>
            <time className={styles['quiet']} dateTime={at}>
              {dateAndTime(at)}
            </time>
            <span>
              {t(`shared:event.${event}`)} <span className={styles['quiet']}>{by?.name ?? t('shared:system')}</span>
              {note !== null && <span className={styles['note']}>{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
