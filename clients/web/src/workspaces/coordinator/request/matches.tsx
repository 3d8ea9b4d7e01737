/** Who should answer, best first, with every point explained, and a button to ask them. */
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { problemIn } from '../../../graph/problem.ts';
import { useAction } from '../../../shared/actions/use-action.ts';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { useComeback } from '../../../shared/feedback/use-comeback.ts';
import { Match } from './match.tsx';
import { MatchDocument } from './match.graphql.ts';
import styles from './request.module.css';
import { InviteExpertsDocument } from './steps.graphql.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { isOvertaken, whoWasFirst } from '../../../shared/consultation/who-was-first.ts';

export function Matches({ request, readAgain }: { request: Consultation; readAgain: () => void }) {
  const { t } = useTranslation('coordinator');
  const input = useWanted(request);
  const [{ data, error }, matchAgain] = useQuery({
    query: MatchDocument,
    variables: { input },
    requestPolicy: 'cache-and-network',
  });
  useComeback(problemIn(error), matchAgain);
  const invite = useAction(InviteExpertsDocument);
  const { problem } = invite;
  useEffect(() => {
    if (isOvertaken(problem)) readAgain();
  }, [problem, readAgain]);
  return (
    <section>
      <h3>{t('match.title')}</h3>
      {problem && <ProblemState problem={problem} detail={whoWasFirst(problem, request, t)} />}
      {problemIn(error) && <UnavailablePart part={t('match.title')} />}
      {!data && !error && <LoadingState rows={3} height={64} />}
      {data?.matchExperts.length === 0 && (
        <p className={styles['quiet']}>{t(request.invitations.length === 0 ? 'match.nobody' : 'match.nobodyElse')}</p>
      )}
      <ol className={styles['list']}>
        {data?.matchExperts.map((match, index) => (
          <Match
            key={match.expert.id}
            match={match}
            first={index === 0}
            running={invite.running}
            onInvite={() => void invite.run({ input: { consultationId: request.id, expertIds: [match.expert.id] } })}
          />
        ))}
      </ol>
    </section>
  );
}

/** Whoever was asked already is not proposed again. */
function useWanted({ specialty, diseaseCode, urgency, institution, invitations }: Consultation) {
  const asked = invitations.map(({ expert }) => expert.id).join(' ');
  return useMemo(
    () => ({
      specialty,
      diseaseCode,
      urgency,
      institutionId: institution.id,
      first: 5,
      excludingExpertIds: asked === '' ? [] : asked.split(' '),
    }),
    [specialty, diseaseCode, urgency, institution.id, asked],
  );
}
