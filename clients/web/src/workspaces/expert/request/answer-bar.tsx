/** Always in reach: how the request stands for me, its clock, and my answer. */
import { VideoCameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../../shared/actions/action-buttons.tsx';
import type { Action } from '../../../shared/actions/use-action.ts';
import { isRoomOpen } from '../../../shared/call/call-of.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import { CountdownClock } from '../../../shared/time/countdown-clock.tsx';
import type { AcceptInvitationMutation, AcceptInvitationMutationVariables } from './answer.graphql.ts';
import styles from './answer-bar.module.css';
import { lazily } from '../../../shared/loading/lazily.ts';

const DeclineRequest = lazily(async () => (await import('./decline-request.tsx')).DeclineRequest);

interface AnswerBarProps {
  readonly request: Consultation;
  readonly invitation: Consultation['invitations'][number] | undefined;
  readonly accept: Action<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
  readonly calling: boolean;
  readonly onCall: () => void;
  readonly onOpinion: () => void;
}

export function AnswerBar({ request, invitation, accept, calling, onCall, onOpinion }: AnswerBarProps) {
  const { t } = useTranslation('expert');
  const [declining, setDeclining] = useState(false);
  const { availableActions } = request;
  const takesPart = invitation?.status === 'ACCEPTED';
  return (
    <footer className={styles['bar']}>
      {accept.problem && <ProblemState problem={accept.problem} />}
      <div className={styles['state']}>
        <StateTag status={request.status} />
        {invitation?.status === 'REQUESTED' && (
          <CountdownClock dueAt={invitation.respondBy} startedAt={invitation.invitedAt} />
        )}
      </div>
      <div className={styles['buttons']}>
        {takesPart && isRoomOpen(request) && (
          <Button icon={<VideoCameraOutlined aria-hidden />} aria-expanded={calling} onClick={onCall}>
            {t(calling ? 'call.close' : 'call.open')}
          </Button>
        )}
        <ActionButtons
          available={availableActions}
          offered={[
            { action: 'DECLINE', onPress: () => setDeclining(true) },
            {
              action: 'ACCEPT',
              primary: true,
              running: accept.running,
              onPress: () => void accept.run({ input: { consultationId: request.id } }),
            },
          ]}
        />
        {(availableActions.includes('SIGN_OPINION') || availableActions.includes('AMEND')) && (
          <Button type="primary" onClick={onOpinion}>
            {t(availableActions.includes('AMEND') ? 'opinion.amend' : 'opinion.go')}
          </Button>
        )}
      </div>
      <Suspense fallback={null}>
        {declining && <DeclineRequest request={request} onClose={() => setDeclining(false)} />}
      </Suspense>
    </footer>
  );
}
