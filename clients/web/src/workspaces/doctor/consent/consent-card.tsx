/** Whether the patient has agreed to remote consultation, since when and until when, and to record that they sign now. */
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { consentInForce } from '../../../shared/record/consent-in-force.ts';
import type { PatientHead } from '../../../shared/record/use-patient.ts';
import { date } from '../../../shared/time/format-time.ts';
import styles from './consent.module.css';
import { lazily } from '../../../shared/loading/lazily.ts';

const RecordConsent = lazily(async () => (await import('./record-consent.tsx')).RecordConsent);

export function ConsentCard({ patient, readAgain }: { patient: PatientHead; readAgain: () => void }) {
  const { t } = useTranslation('doctor');
  const [signing, setSigning] = useState(false);
  const consent = consentInForce(patient.consents, useServerClock().now());
  return (
    <section className={`${styles['card']} ${consent ? '' : styles['lacking']}`}>
      <h2 className={styles['heading']}>{t('consent.title')}</h2>
      {consent ? (
        <p>
          <CheckCircleOutlined aria-hidden className={styles['good'] ?? ''} />{' '}
          {t('consent.signed', { date: date(consent.signedAt) })}
          {consent.validUntil !== null && ` · ${t('consent.until', { date: date(consent.validUntil) })}`}
        </p>
      ) : (
        <p>
          <ExclamationCircleOutlined aria-hidden /> {t('consent.missing')}
        </p>
      )}
      <Button onClick={() => setSigning(true)}>{t(consent ? 'consent.again' : 'consent.record')}</Button>
      <Suspense fallback={null}>
        {signing && <RecordConsent patient={patient} onClose={() => setSigning(false)} onSigned={readAgain} />}
      </Suspense>
    </section>
  );
}
