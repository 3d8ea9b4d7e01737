/** One request in the queue: how urgent, which, who, to whom, from where, how it stands, and its clock. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { yearsOld } from '../../../shared/time/format-time.ts';
import { WaitingClock } from '../../../shared/time/waiting-clock.tsx';
import styles from './queue-list.module.css';
import type { QueueRow } from './queue-state.ts';

interface QueueRowProps {
  readonly row: QueueRow;
  readonly chosen: boolean;
  readonly gone: boolean;
  readonly changedAt: number | undefined;
  readonly onChoose: (id: string, byKeyboard: boolean) => Promise<void>;
}

const glowsForMs = 2_000;

/** Among thousands, only the one that has changed is drawn again. */
export const QueueRowButton = memo(function QueueRowButton(props: QueueRowProps) {
  const { row, chosen, gone, changedAt, onChoose } = props;
  const glows = changedAt !== undefined && Date.now() - changedAt < glowsForMs;
  return (
    <button
      type="button"
      className={`${styles['row']} ${gone ? styles['gone'] : ''}`}
      aria-current={chosen}
      data-row={row.id}
      // A press of Enter counts no clicks.
      onClick={({ detail }) => void onChoose(row.id, detail === 0)}
    >
      {glows && <span key={changedAt} aria-hidden className={styles['glow']} />}
      <span className={styles['urgency']}>
        <UrgencyMark urgency={row.urgency} />
      </span>
      <span className={`${styles['number']} numerals`}>{row.number}</span>
      <span className={styles['patient']}>
        <Patient patient={row.patient} />
      </span>
      <span className={styles['specialty']}>{row.specialty}</span>
      <span className={styles['institution']}>{row.institution.name}</span>
      <span className={styles['state']}>
        <StateTag status={row.status} />
      </span>
      <span className={styles['clock']}>
        <RowClock row={row} />
      </span>
    </button>
  );
});

function Patient({ patient }: Pick<QueueRow, 'patient'>) {
  const { t } = useTranslation('shared');
  const now = useServerClock().now();
  if (!patient) return <span className={styles['nameless']}>{t('patient.unread')}</span>;
  return (
    <>
      <strong>{patient.name}</strong> {t('age', { count: yearsOld(patient.birthDate, now) })}
    </>
  );
}

function RowClock({ row: { status, respondBy, approvedAt, submittedAt } }: { row: QueueRow }) {
  if (status === 'PENDING' && respondBy !== null) return <CountdownClock dueAt={respondBy} startedAt={approvedAt} />;
  if (status === 'UNDER_REVIEW' && submittedAt !== null) return <WaitingClock since={submittedAt} />;
  return null;
}
