/** Records of another system, by dropping their FHIR bundles, with what became of each. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../shared/actions/use-action.ts';
import { DropFiles } from '../../../shared/controls/drop-files.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { ImportBundleDocument } from './patients.graphql.ts';
import { ImportReport, type Imported } from './import-report.tsx';
import styles from './patients.module.css';

export function ImportBundle({ onImported }: { onImported: () => void }) {
  const { t } = useTranslation('doctor');
  const { run, running, problem } = useAction(ImportBundleDocument);
  const [reports, setReports] = useState<readonly Imported[]>([]);
  const take = async (files: readonly File[]) => {
    setReports([]);
    for (const file of files) {
      // One after the other, and none after the first that cannot be taken.
      const done = await run({ input: { bundle: await file.text() } });
      if (!done) return;
      setReports((told) => [...told, { name: file.name, ...done.importFhirBundle }]);
      onImported();
    }
  };
  return (
    <section className={styles['import']} aria-label={t('patients.import')}>
      <DropFiles
        label={t(running ? 'import.running' : 'import.drop')}
        hint={t('import.hint')}
        accept=".json,application/fhir+json,application/json"
        disabled={running}
        onFiles={(files) => void take(files)}
      />
      {problem && (
        <ProblemState
          problem={problem}
          detail={problem.code === 'BAD_USER_INPUT' ? t('import.unreadable') : undefined}
        />
      )}
      {reports.map((report) => (
        <ImportReport key={report.name} report={report} />
      ))}
    </section>
  );
}
