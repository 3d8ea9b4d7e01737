/** Who was asked, and what they answered. */
import { useTranslation } from 'react-i18next';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { timeOfDay } from '../../../shared/time/format-time.ts';
import styles from './request.module.css';
import type { Request } from './use-request.ts';

export function Invitations({ request: { invitations } }: { request: Request }) {
  const { t } = useTranslation('coordinator');
  if (invitations.length === 0) return null;
  return (
    <section>
      <h3>{t('request.invited')}</h3>
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

function Answer({ invitation }: { invitation: Request['invitations'][number] }) {
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
