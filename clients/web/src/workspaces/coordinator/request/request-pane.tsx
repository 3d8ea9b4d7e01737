/** One request as the coordinator needs it: whose, why, what it waits for, who could answer, and what happened so far. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import { Images } from './images.tsx';
import { Invitations } from './invitations.tsx';
import { Matches } from './matches.tsx';
import { Opinions } from './opinions.tsx';
import styles from './request.module.css';
import { RequestBanner } from './request-banner.tsx';
import { RequestSteps } from './request-steps.tsx';
import { RequestText } from './request-text.tsx';
import { Timeline } from './timeline.tsx';
import { type Request, useRequest } from './use-request.ts';

export function RequestPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const { request, problem, readAgain } = useRequest(id);
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
          <RequestBanner id={id} withdrawn={request.consentWithdrawnAt !== null} />
          <div className={styles['body']}>
            <RequestSteps request={request} readAgain={readAgain} />
            <RequestText request={request} />
            <Images id={id} />
            <Invitations request={request} />
            {request.availableActions.includes('INVITE') && <Matches request={request} readAgain={readAgain} />}
            <Opinions request={request} />
            <Timeline entries={request.timeline} />
          </div>
        </>
      )}
    </article>
  );
}

function Head({ request: { number, urgency, status, specialty, respondBy } }: { request: Request }) {
  return (
    <div className={styles['headline']}>
      <h2 className="numerals">{number}</h2>
      <UrgencyMark urgency={urgency} />
      <span>{specialty}</span>
      <StateTag status={status} />
      {status === 'PENDING' && respondBy !== null && <CountdownClock dueAt={respondBy} />}
    </div>
  );
}
