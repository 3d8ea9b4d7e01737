/** The patient of a consultation, read apart from it: where patients cannot be read, the consultation still can. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { problemIn } from '../../graph/problem.ts';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { useComeback } from '../feedback/use-comeback.ts';
import { PatientBanner } from '../people/patient-banner.tsx';
import { ConsultationPatientDocument } from './patient.graphql.ts';
import styles from './consultation.module.css';

export function ConsultationBanner({ id, withdrawn }: { id: string; withdrawn: boolean }) {
  const { t } = useTranslation('shared');
  const [{ data, error }, readAgain] = useQuery({ query: ConsultationPatientDocument, variables: { id } });
  useComeback(problemIn(error), readAgain);
  const patient = data?.consultation?.patient;
  if (patient) return <PatientBanner patient={{ ...patient, ...(withdrawn && { consented: false }) }} />;
  return error ? <UnavailablePart part={t('patient.banner')} /> : <div className={styles['bannerToCome']} />;
}
