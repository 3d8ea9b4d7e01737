/** A patient's record on one page: results as a laboratory sheet, then diagnoses, drugs, visits and images. */
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../feedback/loading-state.tsx';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { Entries } from './entries.tsx';
import styles from './record.module.css';
import { ResultsList } from './results-list.tsx';
import { Studies } from './studies.tsx';
import { useRecord } from './use-record.ts';
import { type Whose, useResults } from './use-results.ts';

export function RecordView({ patient }: { patient: Whose }) {
  const { t } = useTranslation('shared');
  const { record, problem } = useRecord(patient.id);
  const { results, hidden, problem: unread } = useResults(patient);
  return (
    <div className={styles['record']}>
      <section className={styles['results']}>
        <h2 className={styles['heading']}>{t('record.results')}</h2>
        {results && <ResultsList results={results} />}
        {!results && (unread ? <UnavailablePart part={t('record.results')} /> : <LoadingState rows={6} height={32} />)}
        {hidden > 0 && <p className={styles['quiet']}>{t('record.hidden', { count: hidden })}</p>}
      </section>
      <div className={styles['lists']}>
        {record && <Entries title={t('record.conditions')} entries={record.conditions.nodes} coded />}
        {record && <Entries title={t('record.medications')} entries={record.medications.nodes} />}
        {!record && (problem ? <UnavailablePart part={t('record.title')} /> : <LoadingState rows={4} height={32} />)}
        <Studies patientId={patient.id} />
        {record && <Entries title={t('record.encounters')} entries={record.encounters.nodes} most={4} />}
      </div>
    </div>
  );
}
