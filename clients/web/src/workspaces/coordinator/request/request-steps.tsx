/** What the coordinator may do with the request now: approve, give back with a note, cancel with a reason. */
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../../shared/actions/action-buttons.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import type { Problem } from '../../../graph/problem.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { ApproveConsultationDocument, ReturnConsultationDocument } from './steps.graphql.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { isOvertaken, whoWasFirst } from '../../../shared/consultation/who-was-first.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const ConfirmLegalAct = lazily(
  async () => (await import('../../../shared/actions/confirm-legal-act.tsx')).ConfirmLegalAct,
);
const CancelRequest = lazily(async () => (await import('./cancel-request.tsx')).CancelRequest);

export function RequestSteps({ request, readAgain }: { request: Consultation; readAgain: () => void }) {
  const { t } = useTranslation('coordinator');
  const approve = useAction(ApproveConsultationDocument);
  const giveBack = useAction(ReturnConsultationDocument);
  const [asking, setAsking] = useState<'RETURN' | 'CANCEL' | null>(null);
  const consultationId = request.id;
  const overtaken = isOvertaken(approve.problem) || isOvertaken(giveBack.problem);
  useEffect(() => {
    if (overtaken) readAgain();
  }, [overtaken, readAgain]);
  const detailOf = (problem: Problem | null) => (problem ? whoWasFirst(problem, request, t) : undefined);
  return (
    <>
      <ActionButtons
        available={request.availableActions}
        offered={[
          {
            action: 'APPROVE',
            primary: true,
            running: approve.running,
            onPress: () => void approve.run({ input: { consultationId } }),
          },
          { action: 'RETURN', onPress: () => setAsking('RETURN') },
          { action: 'CANCEL', danger: true, onPress: () => setAsking('CANCEL') },
        ]}
      />
      {approve.problem && <ProblemState problem={approve.problem} detail={detailOf(approve.problem)} />}
      <Suspense fallback={null}>
        {asking === 'RETURN' && (
          <ConfirmLegalAct
            open
            title={t('return.title', { number: request.number })}
            note={t('return.note')}
            confirm={t('shared:action.RETURN')}
            running={giveBack.running}
            problem={giveBack.problem}
            detail={detailOf(giveBack.problem)}
            onConfirm={(note) =>
              void giveBack.run({ input: { consultationId, note } }).then((done) => done && setAsking(null))
            }
            onClose={() => setAsking(null)}
          />
        )}
        {asking === 'CANCEL' && (
          <CancelRequest request={request} readAgain={readAgain} onClose={() => setAsking(null)} />
        )}
      </Suspense>
    </>
  );
}
