/** A patient's record on one page: results as a laboratory sheet, then diagnoses, drugs, visits and images. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../graph/graph-context.tsx';
import { LoadingState } from '../feedback/loading-state.tsx';
import { UnavailablePart } from '../feedback/unavailable-part.tsx';
import { yearsOld } from '../time/format-time.ts';
import { Entries } from './entries.tsx';
import styles from './record.module.css';
import { resultsIn } from './results.ts';
import { ResultsList } from './results-list.tsx';
import { Studies } from './studies.tsx';
import type { PatientHead } from './use-patient.ts';
import { useRecord } from './use-record.ts';

type Whose = Pick<PatientHead, 'id' | 'gender' | 'birthDate'>;

export function RecordView({ patient }: { patient: Whose }) {
  const { t } = useTranslation('shared');
  const { record, problem } = useRecord(patient.id);
  const { results, hidden } = useResults(patient);
  if (!record) return problem ? <UnavailablePart part={t('record.title')} /> : <LoadingState rows={8} />;
  return (
    <div className={styles['record']}>
      <section className={styles['results']}>
        <h2 className={styles['heading']}>{t('record.results')}</h2>
        <ResultsList results={results} />
        {hidden > 0 && <p className={styles['quiet']}>{t('record.hidden', { count: hidden })}</p>}
      </section>
      <div className={styles['lists']}>
        <Entries title={t('record.conditions')} entries={record.conditions.nodes} coded />
        <Entries title={t('record.medications')} entries={record.medications.nodes} />
        <Studies patientId={patient.id} />
        <Entries title={t('record.encounters')} entries={record.encounters.nodes} most={4} />
      </div>
    </div>
  );
}

/** Results as they are shown, and how many older observations the page has not read. */
export function useResults({ id, gender, birthDate }: Whose) {
  const { record } = useRecord(id);
  const clock = useServerClock();
  return useMemo(() => {
    const { nodes = [], totalCount = 0 } = record?.observations ?? {};
    const age = yearsOld(birthDate, clock.now());
    return { results: resultsIn(nodes, { gender, age }), hidden: totalCount - nodes.length };
  }, [record, gender, birthDate, clock]);
}
