/** Consents that hold no more: withdrawn, or at their end. */
import { StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import styles from './consents.module.css';
import { SignedFacts } from './signed-facts.tsx';
import type { Consent } from './use-my-consents.ts';

export function PastConsents({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation('patient');
  return (
    <section className={frame['card']}>
      <h2>{t('consents.past')}</h2>
      <ul className={frame['list']}>
        {consents.map((consent) => (
          <li key={consent.id}>
            <div className={frame['row']}>
              <strong>{t(`purpose.${consent.purpose}.name`)}</strong>
              <span className={styles['over']}>
                <StopOutlined aria-hidden /> {t(consent.withdrawnAt === null ? 'consents.ended' : 'consents.withdrawn')}
              </span>
            </div>
            <SignedFacts consent={consent} />
          </li>
        ))}
      </ul>
    </section>
  );
}
