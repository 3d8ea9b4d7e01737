/** The patient on top of a page, with allergies and consent, for those who may read the record. */
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../graph/graph-context.tsx';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { PatientBanner } from '../people/patient-banner.tsx';
import { consentInForce } from './consent-in-force.ts';
import styles from './record.module.css';
import { usePatient } from './use-patient.ts';
import { useRecord } from './use-record.ts';

export function RecordBanner({ patientId }: { patientId: string }) {
  const { t } = useTranslation('shared');
  const now = useServerClock().now();
  const { patient, problem } = usePatient(patientId);
  const { record, problem: unread } = useRecord(patientId);
  if (!patient) {
    return problem ? <UnavailablePart part={t('patient.banner')} /> : <div className={styles['bannerToCome']} />;
  }
  const allergies = record?.allergies
    .filter(({ status }) => status === null || status === 'active')
    .map(({ code }) => code.display ?? code.code);
  const consented = consentInForce(patient.consents, now) !== undefined;
  return <PatientBanner patient={{ ...patient, allergies: allergies ?? (unread ? null : undefined), consented }} />;
}
