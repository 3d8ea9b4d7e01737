/** What came of it: the requesting doctor's conclusion first, for it is what counts, then each expert's opinion as it was signed. */
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';
import type { WholeConsultation } from './use-my-consultation.ts';
import styles from './consultation.module.css';
import { newestOf } from './newest-of.ts';

export function Outcome({ consultation }: { consultation: WholeConsultation }) {
  const { t } = useTranslation('patient');
  const { conclusion, opinions, requester } = consultation;
  if (conclusion === null && opinions.length === 0) return null;
  return (
    <section className={frame['card']}>
      <h2>{t('outcome.title')}</h2>
      {conclusion !== null && (
        <div className={styles['conclusion']}>
          <h3>{t('outcome.conclusion', { name: requester.name })}</h3>
          <p className={frame['words']}>{conclusion}</p>
        </div>
      )}
      {newestOf(opinions).map(({ id, diagnosis, advice, signedAt, version, expert: { practitioner } }) => (
        <div key={id}>
          <h3>{t('outcome.opinion', { name: practitioner.name, title: t(`shared:title.${practitioner.title}`) })}</h3>
          <p>
            <span className={frame['quiet']}>{t('outcome.diagnosis')}</span> <strong>{diagnosis}</strong>
          </p>
          <p className={frame['words']}>
            <span className={frame['quiet']}>{t('outcome.advice')}</span> {advice}
          </p>
          <p className={frame['quiet']}>
            {t('outcome.signed', { time: dateAndTime(signedAt) })}
            {version > 1 && ` · ${t('shared:consultation.version', { version })}`}
          </p>
        </div>
      ))}
    </section>
  );
}
