/** What was concluded last, to be found again without searching. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { date } from '../../../shared/time/format-time.ts';
import { LatelyCompletedDocument } from './home.graphql.ts';
import styles from './home.module.css';

export function Lately() {
  const { t } = useTranslation('doctor');
  const [{ data }] = useQuery({ query: LatelyCompletedDocument, requestPolicy: 'cache-and-network' });
  const nodes = data?.consultations.nodes ?? [];
  if (nodes.length === 0) return null;
  return (
    <section>
      <h2 className={styles['heading']}>{t('home.lately')}</h2>
      <ul className={styles['short']}>
        {nodes.map(({ id, patient, specialty, requester, updatedAt }) => (
          <li key={id}>
            <Link to={`/doctor/consultations/${id}`}>
              {patient.name} · {specialty}
            </Link>
            <span className={styles['quiet']}>
              {requester.name} · <time dateTime={updatedAt}>{date(updatedAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
