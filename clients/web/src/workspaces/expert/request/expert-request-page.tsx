/** One request on one screen: whose, what is asked, what is known, what others said, and my answer. */
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAction } from '../../../shared/actions/use-action.ts';
import { useConsultation } from '../../../shared/consultation/use-consultation.ts';
import { isOvertaken } from '../../../shared/consultation/who-was-first.ts';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { useMyself } from '../use-myself.ts';
import { AcceptInvitationDocument } from './answer.graphql.ts';
import { Gone } from './gone.tsx';
import { OpenRequest } from './open-request.tsx';
import styles from './request.module.css';

export function ExpertRequestPage() {
  const { consultationId = '' } = useParams();
  return <ExpertRequest key={consultationId} id={consultationId} />;
}

function ExpertRequest({ id }: { id: string }) {
  const { t } = useTranslation('expert');
  const myself = useMyself();
  const { consultation, problem, readAgain } = useConsultation(id);
  // Kept here: who was first is still to be told when the request itself is out of sight.
  const accept = useAction(AcceptInvitationDocument);
  if (isOvertaken(accept.problem) || problem?.code === 'NOT_FOUND') return <Gone conflict={accept.problem} />;
  if (problem && !consultation) return <ProblemState problem={problem} onRetry={readAgain} />;
  if (!consultation || !myself) return <LoadingState rows={10} />;
  return (
    <article className={styles['page']} aria-label={t('request.label', { number: consultation.number })}>
      <OpenRequest request={consultation} myself={myself} accept={accept} readAgain={readAgain} />
    </article>
  );
}
