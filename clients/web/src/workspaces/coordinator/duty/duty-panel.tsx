/** Who is there now, and what waits for whom. */
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import type { QueueRow } from '../queue/queue-state.ts';
import styles from './duty.module.css';
import { loadPerSpecialty } from './load-per-specialty.ts';
import { LoadTable } from './load-table.tsx';
import type { Duty, OnDuty } from './use-duty.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const LoadChart = lazily(async () => (await import('./load-chart.tsx')).LoadChart);

export function DutyPanel({ duty, rows }: { duty: Duty; rows: ReadonlyMap<string, QueueRow> }) {
  const { t } = useTranslation('coordinator');
  const loads = useMemo(() => loadPerSpecialty(rows.values(), duty.experts), [rows, duty.experts]);
  return (
    <div className={styles['panel']}>
      <h2>{t('duty.load')}</h2>
      {loads.length > 0 && (
        <Suspense fallback={<LoadingState rows={4} />}>
          <LoadChart loads={loads} />
          <LoadTable loads={loads} />
        </Suspense>
      )}
      <h2>{t('duty.online')}</h2>
      {duty.problem && <UnavailablePart part={t('duty.online')} />}
      {duty.known && duty.experts.length === 0 && <EmptyState title={t('duty.nobody')} hint={t('duty.nobodyHint')} />}
      <ul className={styles['experts']}>
        {duty.experts.map((expert) => (
          <Present key={expert.id} expert={expert} />
        ))}
      </ul>
    </div>
  );
}

function Present({ expert: { practitioner, specialties, averageResponseMinutes } }: { expert: OnDuty }) {
  const { t } = useTranslation('coordinator');
  const minutes = averageResponseMinutes === null ? null : Math.round(averageResponseMinutes);
  return (
    <li className={styles['expert']}>
      <span>
        <strong>{practitioner.name}</strong> {t(`shared:title.${practitioner.title}`)}
      </span>
      <span>{specialties.join('、')}</span>
      <span className={styles['quiet']}>{practitioner.institution.name}</span>
      <span className={styles['quiet']}>{minutes !== null && t('duty.response', { minutes })}</span>
    </li>
  );
}
