/** Declines with a reason, which decides what happens next, and a note, which whoever finds another expert reads. */
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConfirmLegalAct } from '../../../shared/actions/confirm-legal-act.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { DeclineInvitationDocument } from './answer.graphql.ts';
import styles from './request.module.css';

const reasons = [
  'WRONG_SPECIALTY',
  'UNAVAILABLE',
  'INSUFFICIENT_INFORMATION',
  'CONFLICT_OF_INTEREST',
  'OTHER',
] as const;
type Reason = (typeof reasons)[number];

export function DeclineRequest({ request, onClose }: { request: Consultation; onClose: () => void }) {
  const { t } = useTranslation('expert');
  const navigate = useNavigate();
  const decline = useAction(DeclineInvitationDocument);
  const [reason, setReason] = useState<Reason>('UNAVAILABLE');
  const run = async (note: string) => {
    const said = note === '' ? {} : { note };
    const done = await decline.run({ input: { consultationId: request.id, reason, ...said } });
    if (done)
      await navigate('/expert', { state: { declined: request.number, rerouted: reason === 'WRONG_SPECIALTY' } });
  };
  return (
    <ConfirmLegalAct
      open
      danger
      title={t('decline.title', { number: request.number })}
      note={t(reason === 'OTHER' ? 'decline.noteNeeded' : 'decline.note')}
      noteOptional={reason !== 'OTHER'}
      confirm={t('shared:action.DECLINE')}
      running={decline.running}
      problem={decline.problem}
      onConfirm={(note) => void run(note)}
      onClose={onClose}
    >
      <Radio.Group
        className={styles['reasons'] ?? ''}
        aria-label={t('decline.reason')}
        value={reason}
        options={reasons.map((value) => ({ value, label: t(`shared:decline.${value}`) }))}
        onChange={({ target }) => setReason(reasons.find((known) => known === target.value) ?? reason)}
      />
      <p className={styles['quiet']} role="status">
        {t(`decline.means.${reason}`)}
      </p>
    </ConfirmLegalAct>
  );
}
