/** The images of a patient, whatever they were made for. */
import { FileImageOutlined } from '@ant-design/icons';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { problemIn } from '../../graph/problem.ts';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { useRetry } from '../feedback/use-retry.ts';
import { date } from '../time/format-time.ts';
import { PatientStudiesDocument } from './record.graphql.ts';
import styles from './record.module.css';

export function Studies({ patientId }: { patientId: string }) {
  const { t } = useTranslation('shared');
  const [{ data, error }, execute] = useQuery({
    query: PatientStudiesDocument,
    variables: { id: patientId },
    requestPolicy: 'cache-and-network',
  });
  useRetry(
    problemIn(error),
    useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]),
  );
  const studies = data?.patient?.imagingStudies;
  if (!studies) return error ? <UnavailablePart part={t('consultation.images')} /> : null;
  return (
    <section>
      <h3 className={styles['heading']}>
        {t('consultation.images')} <span className={`${styles['quiet']} numerals`}>{studies.length}</span>
      </h3>
      {studies.length === 0 && <p className={styles['quiet']}>{t('record.none')}</p>}
      <ul>
        {studies.map(({ uid, modality, description, startedAt, instanceCount }) => (
          <li key={uid} className={styles['entry']}>
            <span>
              <FileImageOutlined aria-hidden /> {modality.join('/')} {description}
            </span>
            <span className={styles['quiet']}>
              {t('consultation.instances', { count: instanceCount })} {startedAt !== null && date(startedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
