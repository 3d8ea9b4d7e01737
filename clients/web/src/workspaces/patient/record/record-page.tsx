/** The patient's own record in plain words: allergies first, then results, what is taken, and what was found. */
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { type PatientHead, usePatient } from '../../../shared/record/use-patient.ts';
import { useRecord } from '../../../shared/record/use-record.ts';
import { Away } from '../frame/away.tsx';
import frame from '../frame/frame.module.css';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { Allergies } from './allergies.tsx';
import { PlainEntries } from './plain-entries.tsx';
import { PlainResults } from './plain-results.tsx';

export function RecordPage() {
  const { t } = useTranslation('patient');
  return <PatientFrame title={t('record.title')}>{(patientId) => <Mine patientId={patientId} />}</PatientFrame>;
}

function Mine({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patient');
  const { patient, problem, readAgain } = usePatient(patientId);
  if (!patient && problem) return <Away whole part={t('record.title')} problem={problem} onRetry={readAgain} />;
  if (!patient) return <LoadingState rows={4} height={96} />;
  return <Whole patient={patient} />;
}

function Whole({ patient }: { patient: PatientHead }) {
  const { t } = useTranslation('patient');
  const { record, problem, readAgain } = useRecord(patient.id);
  return (
    <>
      {record && <Allergies allergies={record.allergies} />}
      {!record && problem && <Away part={t('record.rest')} problem={problem} onRetry={readAgain} />}
      <PlainResults patient={patient} />
      {record && (
        <>
          <PlainEntries
            title={t('record.medications')}
            none={t('record.noMedications')}
            entries={record.medications.nodes}
          />
          <PlainEntries
            title={t('record.conditions')}
            none={t('record.noConditions')}
            entries={record.conditions.nodes}
          />
        </>
      )}
      <p className={frame['quiet']}>{t('record.wrong')}</p>
    </>
  );
}
