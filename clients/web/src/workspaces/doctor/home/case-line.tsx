/** One consultation in a list: how urgent, whose, to whom, how it stands, its clock, and what to do next. */
import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { yearsOld } from '../../../shared/time/format-time.ts';
import { WaitingClock } from '../../../shared/time/waiting-clock.tsx';
import styles from './case-line.module.css';
import type { CaseRow } from './my-cases.ts';

export function CaseLine({ row: { it, step }, withRequester = false }: { row: CaseRow; withRequester?: boolean }) {
  const { t } = useTranslation('doctor');
  const age = t('shared:age', { count: yearsOld(it.patient.birthDate, useServerClock().now()) });
  const next = step === null || withRequester ? t(`waits.${it.status}`) : t(`next.${step}`);
  return (
    <Link to={`/doctor/consultations/${it.id}`} className={styles['line'] ?? ''} data-case={it.id}>
      <span className={styles['urgency']}>
        <UrgencyMark urgency={it.urgency} />
      </span>
      <span className={styles['patient']}>
        <strong>{it.patient.name}</strong> {age}
      </span>
      <span className={styles['specialty']}>
        {it.specialty.trim() === '' ? t('home.noSpecialty') : it.specialty}
        {withRequester && <span className={styles['quiet']}> · {it.requester.name}</span>}
      </span>
      <span className={`${styles['number']} numerals`}>{it.number}</span>
      <span className={styles['state']}>
        <StateTag status={it.status} />
      </span>
      <span className={styles['clock']}>
        <CaseClock it={it} />
      </span>
      <span className={step === null || withRequester ? styles['waits'] : styles['next']}>
        {next} <RightOutlined aria-hidden />
      </span>
    </Link>
  );
}

function CaseClock({ it: { status, respondBy, submittedAt } }: Pick<CaseRow, 'it'>) {
  if (status === 'PENDING' && respondBy !== null) return <CountdownClock dueAt={respondBy} startedAt={submittedAt} />;
  if (status === 'UNDER_REVIEW' && submittedAt !== null) return <WaitingClock since={submittedAt} />;
  return null;
}
