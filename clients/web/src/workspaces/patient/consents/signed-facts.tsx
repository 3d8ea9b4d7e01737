/** Who signed which version when, and until when it holds or held. */
import { useTranslation } from 'react-i18next';
import { dateAndTime, date } from '../../../shared/time/format-time.ts';
import styles from './consents.module.css';
import type { Consent } from './use-my-consents.ts';

export function SignedFacts({ consent }: { consent: Consent }) {
  const { t } = useTranslation('patient');
  const { signedBy, signedAt, validUntil, withdrawnAt, textVersion } = consent;
  return (
    <dl className={styles['facts']}>
      <Fact name={t('consents.signedBy')} value={signedBy ?? t('consents.unknown')} />
      <Fact name={t('consents.signedAt')} value={dateAndTime(signedAt)} />
      {withdrawnAt === null ? (
        <Fact
          name={t('consents.validUntil')}
          value={validUntil === null ? t('consents.untilWithdrawn') : date(validUntil)}
        />
      ) : (
        <Fact name={t('consents.withdrawnAt')} value={dateAndTime(withdrawnAt)} />
      )}
      <Fact name={t('consents.textVersion')} value={textVersion} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="numerals">{value}</dd>
    </div>
  );
}
