/** One consultation on the desk: how urgent, whose, what is asked, from where, and its clock or state. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { date, yearsOld } from '../../../shared/time/format-time.ts';
import styles from './desk-row.module.css';
import type { DeskRow, Invitation } from './desk-state.ts';
import type { DeskPatient } from './use-patients.ts';

interface DeskRowProps {
  readonly row: DeskRow;
  readonly patient: DeskPatient | undefined;
  /** While it waits for an answer. */
  readonly invitation?: Invitation;
}

export function DeskRowLink({ row, patient, invitation }: DeskRowProps) {
  const { t } = useTranslation('expert');
  const { id, number, urgency, specialty, reason, institution, requester, status, updatedAt } = row;
  const over = status === 'COMPLETED' || status === 'CANCELLED';
  return (
    <Link to={`/expert/${id}`} className={styles['row'] ?? ''} data-row={id}>
      <span className={styles['urgency']}>
        <UrgencyMark urgency={urgency} />
      </span>
      <span className={styles['patient']}>
        {patient ? <Who patient={patient} /> : <span className="numerals">{number}</span>}
      </span>
      <span className={styles['reason']}>{reason}</span>
      <span className={styles['from']}>
        {institution.name} · {requester.name}
      </span>
      <span className={styles['specialty']}>{specialty}</span>
      <span className={styles['state']}>
        {invitation ? (
          <CountdownClock dueAt={invitation.respondBy} startedAt={invitation.invitedAt} />
        ) : (
          <StateTag status={status} />
        )}
        {over && (
          <time className={styles['date']} dateTime={updatedAt}>
            {date(updatedAt)}
          </time>
        )}
      </span>
      <span className="unseen">{t('row.open', { number })}</span>
    </Link>
  );
}

function Who({ patient: { name, gender, birthDate } }: { patient: DeskPatient }) {
  const { t } = useTranslation('shared');
  return (
    <>
      <strong>{name}</strong> {t(`gender.${gender}`)} {t('age', { count: yearsOld(birthDate, useServerClock().now()) })}
    </>
  );
}
