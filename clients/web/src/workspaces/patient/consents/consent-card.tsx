/** A consent that holds: for what, what it lets others do, who signed which text, until when; and the way to withdraw it. */
import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import styles from './consents.module.css';
import { SignedFacts } from './signed-facts.tsx';
import type { Consent } from './use-my-consents.ts';
import { WithdrawConsent } from './withdraw-consent.tsx';

export function ConsentCard({ consent }: { consent: Consent }) {
  const { t } = useTranslation('patient');
  const { id, purpose } = consent;
  return (
    <section className={frame['card']} aria-labelledby={`consent-${id}`} data-consent={purpose}>
      <div className={frame['row']}>
        <h2 id={`consent-${id}`}>{t(`purpose.${purpose}.name`)}</h2>
        <span className={styles['holds']}>
          <CheckCircleOutlined aria-hidden /> {t('consents.holds')}
        </span>
      </div>
      <p>{t(`purpose.${purpose}.means`)}</p>
      <SignedFacts consent={consent} />
      <WithdrawConsent consent={consent} />
    </section>
  );
}
