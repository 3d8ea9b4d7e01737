/** Starts, interrupts, resumes and ends the session, as far as it is the viewer's to do now. */
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../actions/action-buttons.tsx';
import { useAction } from '../actions/use-action.ts';
import { isOvertaken, whoWasFirst } from '../consultation/who-was-first.ts';
import { ProblemState } from '../feedback/problem-state.tsx';
import type { CallOf } from './call-of.ts';
import {
  EndSessionDocument,
  InterruptSessionDocument,
  ResumeSessionDocument,
  StartSessionDocument,
} from './session-steps.graphql.ts';
import { lazily } from '../loading/lazily.ts';

const ConfirmLegalAct = lazily(async () => (await import('../actions/confirm-legal-act.tsx')).ConfirmLegalAct);

export function SessionSteps({ consultation, readAgain }: Pick<CallOf, 'consultation' | 'readAgain'>) {
  const { t } = useTranslation('call');
  const start = useAction(StartSessionDocument);
  const interrupt = useAction(InterruptSessionDocument);
  const resume = useAction(ResumeSessionDocument);
  const end = useAction(EndSessionDocument);
  const [asking, setAsking] = useState<'INTERRUPT' | 'END' | null>(null);
  const problem = start.problem ?? resume.problem;
  const input = { consultationId: consultation.id };
  useEffect(() => {
    if (isOvertaken(problem)) readAgain();
  }, [problem, readAgain]);
  const closeWhen = (answered: boolean) => answered && setAsking(null);
  return (
    <div role="group" aria-label={t('steps.label')}>
      <ActionButtons
        available={consultation.availableActions}
        offered={[
          { action: 'START', primary: true, running: start.running, onPress: () => void start.run({ input }) },
          { action: 'RESUME', primary: true, running: resume.running, onPress: () => void resume.run({ input }) },
          { action: 'INTERRUPT', onPress: () => setAsking('INTERRUPT') },
          { action: 'END', onPress: () => setAsking('END') },
        ]}
      />
      {problem && <ProblemState problem={problem} detail={whoWasFirst(problem, consultation, t)} />}
      <Suspense fallback={null}>
        {asking === 'INTERRUPT' && (
          <ConfirmLegalAct
            open
            title={t('steps.interrupt.title')}
            note={t('steps.interrupt.note')}
            confirm={t('shared:action.INTERRUPT')}
            running={interrupt.running}
            problem={interrupt.problem}
            onConfirm={(note) =>
              void interrupt.run({ input: { ...input, note } }).then((answer) => closeWhen(answer !== null))
            }
            onClose={() => setAsking(null)}
          />
        )}
        {asking === 'END' && (
          <ConfirmLegalAct
            open
            title={t('steps.end.title')}
            confirm={t('shared:action.END')}
            running={end.running}
            problem={end.problem}
            onConfirm={() => void end.run({ input }).then((answer) => closeWhen(answer !== null))}
            onClose={() => setAsking(null)}
          >
            <p>{t('steps.end.what')}</p>
          </ConfirmLegalAct>
        )}
      </Suspense>
    </div>
  );
}
