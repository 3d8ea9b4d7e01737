/** Cancels a request that an expert has taken on: with a reason for the figures, and a note for the people. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/controls/choice.tsx';
import { ConfirmLegalAct } from '../../../shared/actions/confirm-legal-act.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import styles from './request.module.css';
import { CancelConsultationDocument } from './steps.graphql.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { isOvertaken, whoWasFirst } from '../../../shared/consultation/who-was-first.ts';

const reasons = [
  'NO_SHOW',
  'INTERRUPTED',
  'TRANSFERRED_OFFLINE',
  'TIMED_OUT',
  'ALL_DECLINED',
  'REVIEW_REJECTED',
] as const;
type Reason = (typeof reasons)[number];

interface CancelRequestProps {
  readonly request: Consultation;
  readonly readAgain: () => void;
  readonly onClose: () => void;
}

export function CancelRequest({ request, readAgain, onClose }: CancelRequestProps) {
  const { t } = useTranslation('coordinator');
  const cancel = useAction(CancelConsultationDocument);
  const [closeReason, setCloseReason] = useState<Reason>('TRANSFERRED_OFFLINE');
  const overtaken = isOvertaken(cancel.problem);
  useEffect(() => {
    if (overtaken) readAgain();
  }, [overtaken, readAgain]);
  const run = async (note: string) => {
    if (await cancel.run({ input: { consultationId: request.id, note }, closeReason })) onClose();
  };
  return (
    <ConfirmLegalAct
      open
      danger
      title={t('cancel.title', { number: request.number })}
      note={t('cancel.note')}
      confirm={t('shared:action.CANCEL')}
      running={cancel.running}
      problem={cancel.problem}
      detail={cancel.problem ? whoWasFirst(cancel.problem, request, t) : undefined}
      onConfirm={(note) => void run(note)}
      onClose={onClose}
    >
      <p>{t('cancel.what')}</p>
      <label className={styles['field']}>
        {t('cancel.reason')}
        <Choice
          label={t('cancel.reason')}
          value={closeReason}
          onChoose={setCloseReason}
          options={reasons.map((value) => ({ value, label: t(`shared:close_reason.${value}`) }))}
        />
      </label>
    </ConfirmLegalAct>
  );
}
