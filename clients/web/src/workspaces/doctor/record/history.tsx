/** The consultations of a patient, newest first. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { date } from '../../../shared/time/format-time.ts';
import { ConsultationsOfPatientDocument } from './history.graphql.ts';
import styles from './record.module.css';

export function History({ patientId }: { patientId: string }) {
  const { t } = useTranslation('doctor');
  const [{ data, error }] = useQuery({
    query: ConsultationsOfPatientDocument,
    variables: { patientId },
    requestPolicy: 'cache-and-network',
  });
  const nodes = data?.consultations.nodes;
  return (
    <section>
      <h2 className={styles['heading']}>{t('record.history')}</h2>
      {error && !nodes && <UnavailablePart part={t('record.history')} />}
      {nodes?.length === 0 && <p className={styles['quiet']}>{t('record.noHistory')}</p>}
      <ul>
        {nodes?.map(({ id, number, status, specialty, updatedAt, requester }) => (
          <li key={id} className={styles['case']}>
            <Link to={`/doctor/consultations/${id}`}>
              {specialty.trim() === '' ? t('home.noSpecialty') : specialty}{' '}
              <span className={`${styles['quiet']} numerals`}>{number}</span>
            </Link>
            <StateTag status={status} />
            <span className={styles['quiet']}>
              {requester.name} · <time dateTime={updatedAt}>{date(updatedAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
