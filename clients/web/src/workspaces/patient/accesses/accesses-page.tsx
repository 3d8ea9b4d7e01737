/** Who saw my record: by day, calmly, with what it means and what to do where something looks wrong. */
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { date } from '../../../shared/time/format-time.ts';
import { Away } from '../frame/away.tsx';
import frame from '../frame/frame.module.css';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { AccessEntry } from './access-entry.tsx';
import { useMyAccesses } from './use-my-accesses.ts';

export function AccessesPage() {
  const { t } = useTranslation('patient');
  return (
    <PatientFrame title={t('accesses.title')}>
      {(patientId) => (
        <>
          <p>{t('accesses.intro')}</p>
          <Days patientId={patientId} />
          <section className={frame['card']}>
            <h2>{t('accesses.wrongTitle')}</h2>
            <p>{t('accesses.wrong')}</p>
            <details className={frame['fold']}>
              <summary>{t('accesses.coversTitle')}</summary>
              <p>{t('accesses.covers')}</p>
            </details>
          </section>
        </>
      )}
    </PatientFrame>
  );
}

function Days({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patient');
  const { accesses, problem, more, reading, readAgain, readMore } = useMyAccesses(patientId);
  if (!accesses && problem) return <Away whole part={t('accesses.title')} problem={problem} onRetry={readAgain} />;
  if (!accesses) return <LoadingState rows={4} height={72} />;
  if (accesses.length === 0) return <EmptyState title={t('accesses.nothing')} hint={t('accesses.nothingHint')} />;
  return (
    <>
      {[...Map.groupBy(accesses, ({ firstAt }) => date(firstAt))].map(([day, entries]) => (
        <section key={day} className={frame['card']}>
          <h2 className="numerals">{day}</h2>
          <ul className={frame['list']}>
            {entries.map((access) => (
              <AccessEntry key={access.id} access={access} />
            ))}
          </ul>
        </section>
      ))}
      {problem && <ProblemState problem={problem} onRetry={readMore} />}
      {more && (
        <button type="button" className={frame['tap']} disabled={reading} onClick={readMore}>
          {t(reading ? 'shared:loading' : 'accesses.older')}
        </button>
      )}
    </>
  );
}
