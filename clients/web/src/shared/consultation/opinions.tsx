/** What the experts have signed, and what the requester made of it. */
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../time/format-time.ts';
import styles from './consultation.module.css';
import type { Consultation } from './use-consultation.ts';

export function Opinions({ opinions, conclusion }: Pick<Consultation, 'opinions' | 'conclusion'>) {
  const { t } = useTranslation('shared');
  if (opinions.length === 0 && conclusion === null) return null;
  return (
    <section>
      <h3>{t('consultation.opinions')}</h3>
      {opinions.map(({ id, expert, diagnosis, advice, signedAt, version }) => (
        <div key={id} className={styles['opinion']}>
          <strong>{diagnosis}</strong>
          <p className={styles['words']}>{advice}</p>
          <p className={styles['quiet']}>
            {expert.practitioner.name} · <time dateTime={signedAt}>{dateAndTime(signedAt)}</time>
            {version > 1 && ` · ${t('consultation.version', { version })}`}
          </p>
        </div>
      ))}
      {conclusion !== null && (
        <p className={styles['words']}>
          <strong>{t('consultation.conclusion')}</strong> {conclusion}
        </p>
      )}
    </section>
  );
}
