/** The patient of a consultation, read apart from it: where patients cannot be read, the consultation still can. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { PatientBanner } from '../people/patient-banner.tsx';
import { ConsultationPatientDocument } from './patient.graphql.ts';
import styles from './consultation.module.css';

export function ConsultationBanner({ id, withdrawn }: { id: string; withdrawn: boolean }) {
  const { t } = useTranslation('shared');
  const [{ data, error }] = useQuery({ query: ConsultationPatientDocument, variables: { id } });
  const patient = data?.consultation?.patient;
  if (patient) return <PatientBanner patient={{ ...patient, ...(withdrawn && { consented: false }) }} />;
  return error ? <UnavailablePart part={t('patient.banner')} /> : <div className={styles['bannerToCome']} />;
}
