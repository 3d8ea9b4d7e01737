/** Earlier consultations of the same patient that this expert had a part in. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { date } from '../../../shared/time/format-time.ts';
import styles from './request.module.css';
import { ExpertEarlierDocument } from './request.graphql.ts';

export function Earlier({ patientId, exceptId }: { patientId: string; exceptId: string }) {
  const { t } = useTranslation('expert');
  const [{ data, error }] = useQuery({ query: ExpertEarlierDocument, variables: { patientId } });
  if (!data) return error ? <UnavailablePart part={t('earlier.title')} /> : null;
  const others = data.consultations.nodes.filter(({ id }) => id !== exceptId);
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{t('earlier.title')}</h3>
      <ul>
        {others.map(({ id, number, status, specialty, createdAt }) => (
          <li key={id} className={styles['earlier']}>
            <Link to={`/expert/${id}`} className="numerals">
              {number}
            </Link>
            <span>{specialty}</span>
            <time dateTime={createdAt} className={styles['quiet']}>
              {date(createdAt)}
            </time>
            <StateTag status={status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
