/** What is known of the patient: results with their courses, diagnoses and drugs. */
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { Entries } from '../../../shared/record/entries.tsx';
import { useResults } from '../../../shared/record/use-results.ts';
import { ResultsList } from '../../../shared/record/results-list.tsx';
import { type PatientHead, usePatient } from '../../../shared/record/use-patient.ts';
import { useRecord } from '../../../shared/record/use-record.ts';
import styles from './request.module.css';

export function Findings({ patientId }: { patientId: string }) {
  const { t } = useTranslation('shared');
  const { patient, problem } = usePatient(patientId);
  const { record, problem: unread } = useRecord(patientId);
  if ((!patient && problem) || (!record && unread)) return <UnavailablePart part={t('record.title')} />;
  if (!patient || !record) return <LoadingState rows={6} height={28} />;
  return (
    <>
      <Results patient={patient} />
      <div className={styles['lists']}>
        <Entries title={t('record.conditions')} entries={record.conditions.nodes} coded most={4} />
        <Entries title={t('record.medications')} entries={record.medications.nodes} most={4} />
      </div>
    </>
  );
}

function Results({ patient }: { patient: PatientHead }) {
  const { t } = useTranslation('shared');
  const { results, hidden, problem } = useResults(patient);
  return (
    <section>
      <h2 className={styles['heading']}>{t('record.results')}</h2>
      {results && <ResultsList results={results} />}
      {!results && (problem ? <UnavailablePart part={t('record.results')} /> : <LoadingState rows={6} height={28} />)}
      {hidden > 0 && <p className={styles['quiet']}>{t('record.hidden', { count: hidden })}</p>}
    </section>
  );
}
