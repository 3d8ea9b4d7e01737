/** All results in plain words, those outside their usual range first. */
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import type { PatientHead } from '../../../shared/record/use-patient.ts';
import { useResults } from '../../../shared/record/use-results.ts';
import { Away } from '../frame/away.tsx';
import frame from '../frame/frame.module.css';
import { PlainResult } from './plain-result.tsx';

export function PlainResults({ patient }: { patient: PatientHead }) {
  const { t } = useTranslation('patient');
  const { results, hidden, problem, readAgain } = useResults(patient);
  if (!results && problem) return <Away part={t('record.results')} problem={problem} onRetry={readAgain} />;
  if (!results) return <LoadingState rows={4} height={96} />;
  return (
    <section className={frame['card']}>
      <h2>{t('record.results')}</h2>
      <p className={frame['quiet']}>{t(results.length === 0 ? 'record.noResults' : 'record.intro')}</p>
      <ul className={frame['list']}>
        {results.map((result) => (
          <li key={result.code}>
            <PlainResult result={result} explained />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={frame['quiet']}>{t('shared:record.hidden', { count: hidden })}</p>}
    </section>
  );
}
