/** Which consultation it is, and how it stands. */
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { WaitingClock } from '../../../shared/time/waiting-clock.tsx';
import styles from './follow-case.module.css';

export function CaseHead({ consultation }: { consultation: Consultation }) {
  const { number, urgency, specialty, status, respondBy, submittedAt } = consultation;
  return (
    <div className={styles['headline']}>
      <h1>{specialty}</h1>
      <span className="numerals">{number}</span>
      <UrgencyMark urgency={urgency} />
      <StateTag status={status} />
      {status === 'PENDING' && respondBy !== null && <CountdownClock dueAt={respondBy} startedAt={submittedAt} />}
      {status === 'UNDER_REVIEW' && submittedAt !== null && <WaitingClock since={submittedAt} />}
    </div>
  );
}
