/** What now, in a sentence, with the buttons of what can be done. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../../shared/actions/action-buttons.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { isOvertaken, whoWasFirst } from '../../../shared/consultation/who-was-first.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { CancelCase } from './cancel-case.tsx';
import {
  EndSessionDocument,
  InterruptSessionDocument,
  ResumeSessionDocument,
  StartSessionDocument,
} from './case.graphql.ts';
import styles from './follow-case.module.css';

export function Now({ consultation, readAgain }: { consultation: Consultation; readAgain: () => void }) {
  const { t } = useTranslation('doctor');
  const { id, status, availableActions, opinions, closeReason } = consultation;
  const input = { consultationId: id };
  const start = useAction(StartSessionDocument);
  const interrupt = useAction(InterruptSessionDocument);
  const resume = useAction(ResumeSessionDocument);
  const end = useAction(EndSessionDocument);
  const steps = [start, interrupt, resume, end];
  const problem = steps.find((step) => step.problem !== null)?.problem ?? null;
  useEffect(() => {
    if (isOvertaken(problem)) readAgain();
  }, [problem, readAgain]);
  const answered = status === 'AWAITING_OPINION' && opinions.length > 0 ? 'ANSWERED' : status;
  /** What went wrong with the step before is no longer of interest. */
  const press = (step: typeof start) => () => {
    for (const other of steps) other.dismiss();
    void step.run({ input });
  };
  return (
    <section className={styles['now']} aria-label={t('now.label')}>
      <p className={styles['what']}>
        {t(`now.${answered}`)} {closeReason !== null && t(`shared:close_reason.${closeReason}`)}
      </p>
      {consultation.consentWithdrawnAt !== null && <p className={styles['warning']}>{t('now.withdrawn')}</p>}
      <div className={styles['buttons']}>
        <ActionButtons
          available={availableActions}
          offered={[
            { action: 'START', primary: true, running: start.running, onPress: press(start) },
            { action: 'RESUME', primary: true, running: resume.running, onPress: press(resume) },
            { action: 'INTERRUPT', running: interrupt.running, onPress: press(interrupt) },
            { action: 'END', running: end.running, onPress: press(end) },
          ]}
        />
        <CancelCase id={id} available={availableActions} />
      </div>
      {problem && <ProblemState problem={problem} detail={whoWasFirst(problem, consultation, t)} />}
    </section>
  );
}
