/** What now, in a sentence, with the buttons of what can be done, and the call where there is one. */
import { VideoCameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Call, CallSteps } from '../../../shared/call/call.tsx';
import { isRoomOpen } from '../../../shared/call/call-of.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { CancelCase } from './cancel-case.tsx';
import styles from './follow-case.module.css';

const sessionSteps: readonly Consultation['availableActions'][number][] = ['START', 'INTERRUPT', 'RESUME', 'END'];

export function Now({ consultation, readAgain }: { consultation: Consultation; readAgain: () => void }) {
  const { t } = useTranslation('doctor');
  const [address, setAddress] = useSearchParams();
  const { id, status, availableActions, opinions, closeReason } = consultation;
  const answered = status === 'AWAITING_OPINION' && opinions.length > 0 ? 'ANSWERED' : status;
  const open = isRoomOpen(consultation);
  const stepsThere = sessionSteps.some((action) => availableActions.includes(action));
  // Camera and microphone are asked for only when somebody wants to be seen.
  const calling = open && address.has('call');
  return (
    <section className={styles['now']} aria-label={t('now.label')}>
      <p className={styles['what']}>
        {t(`now.${answered}`)} {closeReason !== null && t(`shared:close_reason.${closeReason}`)}
      </p>
      {consultation.consentWithdrawnAt !== null && <p className={styles['warning']}>{t('now.withdrawn')}</p>}
      <div className={styles['buttons']}>
        {open && (
          <Button
            icon={<VideoCameraOutlined />}
            aria-expanded={calling}
            onClick={() => setAddress(calling ? {} : { call: '1' }, { replace: true })}
          >
            {t(calling ? 'now.leaveCall' : 'now.call')}
          </Button>
        )}
        {!calling && stepsThere && <CallSteps consultation={consultation} readAgain={readAgain} />}
        <CancelCase id={id} available={availableActions} />
      </div>
      {calling && <Call consultation={consultation} role="REQUESTER" readAgain={readAgain} />}
    </section>
  );
}
