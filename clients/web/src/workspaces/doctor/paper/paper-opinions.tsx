/** The signed opinions on paper, each with who signed it, from where, and when. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import { PaperExpertsDocument } from './paper.graphql.ts';
import styles from './paper.module.css';

export function PaperOpinions({ id, opinions }: Pick<Consultation, 'id' | 'opinions'>) {
  const { t } = useTranslation('doctor');
  const [{ data }] = useQuery({ query: PaperExpertsDocument, variables: { id }, pause: opinions.length === 0 });
  const known = new Map(data?.consultation?.opinions.map((opinion) => [opinion.id, opinion.expert]));
  return opinions.map(({ id: opinionId, expert, diagnosis, advice, signedAt, version }) => {
    const more = known.get(opinionId);
    return (
      <section key={opinionId} className={styles['part']}>
        <h2>
          {t('paper.opinion')} {version > 1 && t('shared:consultation.version', { version })}
        </h2>
        <p className={styles['words']}>
          <strong>{t('paper.diagnosis')}</strong> {diagnosis}
        </p>
        <p className={styles['words']}>
          <strong>{t('paper.advice')}</strong> {advice}
        </p>
        <p className={styles['signature']}>
          {t('paper.expert')} {expert.practitioner.name}
          {more &&
            `（${[more.practitioner.institution.name, more.specialties.join('、'), t(`shared:title.${more.practitioner.title}`)].join(' ')}）`}{' '}
          {dateAndTime(signedAt)}
        </p>
      </section>
    );
  });
}
