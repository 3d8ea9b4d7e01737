/** Takes a consent back: says what follows and what does not, asks once, and is done once. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { problemIn } from '../../../graph/problem.ts';
import { ConfirmLegalAct } from '../../../shared/actions/confirm-legal-act.tsx';
import frame from '../frame/frame.module.css';
import styles from './consents.module.css';
import { WithdrawConsentDocument } from './consents.graphql.ts';
import type { Consent } from './use-my-consents.ts';

export function WithdrawConsent({ consent: { id, purpose } }: { consent: Consent }) {
  const { t } = useTranslation('patient');
  const [asking, setAsking] = useState(false);
  const [{ fetching, error }, withdraw] = useMutation(WithdrawConsentDocument);
  const started = useRef(false);
  const act = async () => {
    if (started.current) return;
    started.current = true;
    const { data } = await withdraw({ consentId: id });
    started.current = false;
    if (data) setAsking(false);
  };
  return (
    <div className={frame['actions']}>
      <button type="button" className={`${frame['tap']} ${frame['danger']}`} onClick={() => setAsking(true)}>
        {t('consents.withdraw')}
      </button>
      <ConfirmLegalAct
        open={asking}
        title={t('consents.withdrawTitle', { purpose: t(`purpose.${purpose}.name`) })}
        confirm={t('consents.withdrawConfirm')}
        danger
        running={fetching}
        problem={asking ? problemIn(error) : null}
        onConfirm={() => void act()}
        onClose={() => setAsking(false)}
      >
        <ul className={styles['follows']}>
          <li>{t(`purpose.${purpose}.withdrawn`)}</li>
          <li>{t('consents.whatWas')}</li>
          <li>{t('consents.again')}</li>
        </ul>
      </ConfirmLegalAct>
    </div>
  );
}
