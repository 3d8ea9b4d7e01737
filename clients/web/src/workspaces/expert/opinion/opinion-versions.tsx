/** What was signed: each expert's newest version, with the older ones beside it, for nothing signed is ever replaced. */
import { useTranslation } from 'react-i18next';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import styles from './opinion.module.css';

type Opinion = Consultation['opinions'][number];

export function OpinionVersions({ opinions }: Pick<Consultation, 'opinions'>) {
  const { t } = useTranslation('expert');
  const byExpert = [...Map.groupBy(opinions, ({ expert }) => expert.id).values()];
  return (
    <section>
      <h3>{t('shared:consultation.opinions')}</h3>
      {byExpert.map((versions) => (
        <div key={versions[0]?.expert.id} className={styles['versions']}>
          {versions.toReversed().map((opinion, index) => (
            <Signed key={opinion.id} opinion={opinion} old={index > 0} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Signed({ opinion, old }: { opinion: Opinion; old: boolean }) {
  const { t } = useTranslation('expert');
  const { diagnosis, diseaseCode, advice, signedAt, version, expert } = opinion;
  return (
    <article className={`${styles['signed']} ${old ? styles['old'] : ''}`}>
      <p className={styles['quiet']}>
        {expert.practitioner.name} · {t(old ? 'opinion.oldVersion' : 'opinion.version', { version })} ·{' '}
        <time dateTime={signedAt}>{dateAndTime(signedAt)}</time>
      </p>
      <strong>
        {diagnosis} {diseaseCode !== null && <span className="numerals">{diseaseCode}</span>}
      </strong>
      <p className={styles['words']}>{advice}</p>
    </article>
  );
}
