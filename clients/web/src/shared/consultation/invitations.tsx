/** Who was asked, and what they answered. */
import { useTranslation } from 'react-i18next';
import { CountdownClock } from '../time/countdown-clock.tsx';
import { timeOfDay } from '../time/format-time.ts';
import styles from './consultation.module.css';
import type { Consultation } from './use-consultation.ts';

export function Invitations({ invitations }: Pick<Consultation, 'invitations'>) {
  const { t } = useTranslation('shared');
  if (invitations.length === 0) return null;
  return (
    <section>
      <h3>{t('consultation.invited')}</h3>
      <ul className={styles['list']}>
        {invitations.map((invitation) => (
          <li key={invitation.id} className={styles['line']}>
            <strong>{invitation.expert.practitioner.name}</strong>
            <Answer invitation={invitation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ invitation }: { invitation: Consultation['invitations'][number] }) {
  const { t } = useTranslation('shared');
  const { status, invitedAt, respondBy, respondedAt, declineReason, declineNote } = invitation;
  return (
    <span>
      {t(`invitation.${status}`)} <time dateTime={respondedAt ?? invitedAt}>{timeOfDay(respondedAt ?? invitedAt)}</time>
      {declineReason !== null && ` · ${t(`decline.${declineReason}`)}`}
      {declineNote !== null && ` · ${declineNote}`}{' '}
      {status === 'REQUESTED' && <CountdownClock dueAt={respondBy} startedAt={invitedAt} />}
    </span>
  );
}
