/** What the experts have signed, and what the requester made of it. */
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import styles from './request.module.css';
import type { Request } from './use-request.ts';

export function Opinions({ request: { opinions, conclusion } }: { request: Request }) {
  const { t } = useTranslation('coordinator');
  if (opinions.length === 0 && conclusion === null) return null;
  return (
    <section>
      <h3>{t('request.opinions')}</h3>
      {opinions.map(({ id, expert, diagnosis, advice, signedAt, version }) => (
        <div key={id} className={styles['opinion']}>
          <strong>{diagnosis}</strong>
          <p className={styles['words']}>{advice}</p>
          <p className={styles['quiet']}>
            {expert.practitioner.name} · <time dateTime={signedAt}>{dateAndTime(signedAt)}</time>
            {version > 1 && ` · ${t('request.version', { version })}`}
          </p>
        </div>
      ))}
      {conclusion !== null && (
        <p className={styles['words']}>
          <strong>{t('request.conclusion')}</strong> {conclusion}
        </p>
      )}
    </section>
  );
}
