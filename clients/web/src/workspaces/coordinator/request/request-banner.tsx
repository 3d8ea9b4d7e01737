/** The patient of the request, read apart from it: where patients cannot be read, the request still can. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { PatientBanner } from '../../../shared/people/patient-banner.tsx';
import { RequestPatientDocument } from './patient.graphql.ts';
import styles from './request.module.css';

export function RequestBanner({ id, withdrawn }: { id: string; withdrawn: boolean }) {
  const { t } = useTranslation('shared');
  const [{ data, error }] = useQuery({ query: RequestPatientDocument, variables: { id } });
  const patient = data?.consultation?.patient;
  if (patient) return <PatientBanner patient={{ ...patient, ...(withdrawn && { consented: false }) }} />;
  return error ? <UnavailablePart part={t('patient.banner')} /> : <div className={styles['bannerToCome']} />;
}
