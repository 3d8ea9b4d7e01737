/** Results of the record to tick: each becomes a line of the summary, which the doctor can still change. */
import { useTranslation } from 'react-i18next';
import { ResultLine } from '../../../shared/record/result-line.tsx';
import { useResults } from '../../../shared/record/use-results.ts';
import type { PatientHead } from '../../../shared/record/use-patient.ts';
import styles from './attach-results.module.css';
import { holds, lineOf, withLine, withoutLine } from './result-words.ts';

interface AttachResultsProps {
  readonly patient: PatientHead;
  readonly summary: string;
  readonly onWrite: (summary: string) => void;
}

export function AttachResults({ patient, summary, onWrite }: AttachResultsProps) {
  const { t } = useTranslation('doctor');
  const { results } = useResults(patient);
  if (!results || results.length === 0) return null;
  return (
    <fieldset className={styles['set']}>
      <legend>
        {t('request.results')} <span className={styles['quiet']}>{t('request.resultsHint')}</span>
      </legend>
      <div className={styles['list']}>
        {results.map((result) => {
          const line = lineOf(result, { range: t('request.rangeWord') });
          return (
            <label key={result.code} className={styles['row']}>
              <input
                type="checkbox"
                checked={holds(summary, line)}
                onChange={({ target }) =>
                  onWrite(target.checked ? withLine(summary, line) : withoutLine(summary, line))
                }
              />
              <span className={styles['line']}>
                <ResultLine result={result} />
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
