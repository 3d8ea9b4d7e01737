/** What a consultation waits for, until when if that is known, and what comes next. */
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';
import type { MyConsultation } from './use-my-consultations.ts';
import { expertsOf, standingOf } from './where-it-stands.ts';

export function StandingWords({ consultation }: { consultation: MyConsultation }) {
  const { t } = useTranslation('patient');
  const { requester, closeReason, respondBy, overdue } = consultation;
  const standing = standingOf(consultation);
  const experts = expertsOf(consultation)
    .map(({ name, title }) => t('who', { name, title: t(`shared:title.${title}`) }))
    .join(t('and'));
  const doctor = t('who', { name: requester.name, title: t(`shared:title.${requester.title}`) });
  const waits = standing === 'SEARCHING' || standing === 'ASKED';
  return (
    <div>
      <p>
        <strong>{t(`standing.${standing}`, { experts, doctor })}</strong>
      </p>
      {waits && respondBy !== null && (
        <p>{overdue ? t('now.overdue') : t('now.respondBy', { time: dateAndTime(respondBy) })}</p>
      )}
      {closeReason !== null && <p>{t(`shared:close_reason.${closeReason}`)}</p>}
      <p className={frame['quiet']}>{t(`next.${standing}`, { doctor })}</p>
    </div>
  );
}
