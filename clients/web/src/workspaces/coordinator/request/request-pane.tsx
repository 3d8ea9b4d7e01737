/** One request as the coordinator needs it: whose, why, what it waits for, who could answer, and what happened so far. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { Images } from '../../../shared/consultation/images.tsx';
import { Invitations } from '../../../shared/consultation/invitations.tsx';
import { Matches } from './matches.tsx';
import { Opinions } from '../../../shared/consultation/opinions.tsx';
import styles from './request.module.css';
import { RequestSteps } from './request-steps.tsx';
import { Timeline } from '../../../shared/consultation/timeline.tsx';
import { ConsultationBanner } from '../../../shared/consultation/consultation-banner.tsx';
import { ConsultationText } from '../../../shared/consultation/consultation-text.tsx';
import { type Consultation, useConsultation } from '../../../shared/consultation/use-consultation.ts';

export function RequestPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const { consultation: request, problem, withoutExperts, readAgain } = useConsultation(id);
  return (
    <article className={styles['pane']}>
      <header className={styles['head']}>
        {request && <Head request={request} />}
        <Button type="text" icon={<CloseOutlined />} aria-label={t('request.close')} onClick={onClose} />
      </header>
      {problem && !request && <ProblemState problem={problem} onRetry={readAgain} />}
      {!request && !problem && <LoadingState rows={8} />}
      {request && (
        <>
          <ConsultationBanner id={id} withdrawn={request.consentWithdrawnAt !== null} />
          <div className={styles['body']}>
            <RequestSteps request={request} readAgain={readAgain} />
            <ConsultationText consultation={request} />
            <Images id={id} />
            {withoutExperts && <UnavailablePart part={t('request.experts')} />}
            <Invitations invitations={request.invitations} />
            {request.availableActions.includes('INVITE') && <Matches request={request} readAgain={readAgain} />}
            <Opinions opinions={request.opinions} conclusion={request.conclusion} />
            <Timeline entries={request.timeline} />
          </div>
        </>
      )}
    </article>
  );
}

function Head({ request: { number, urgency, status, specialty, respondBy, approvedAt } }: { request: Consultation }) {
  return (
    <div className={styles['headline']}>
      <h2 className="numerals">{number}</h2>
      <UrgencyMark urgency={urgency} />
      <span>{specialty}</span>
      <StateTag status={status} />
      {status === 'PENDING' && respondBy !== null && <CountdownClock dueAt={respondBy} startedAt={approvedAt} />}
    </div>
  );
}
