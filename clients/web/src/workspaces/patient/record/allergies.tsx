/** What the patient must not be given, in red with a sign: the first thing that anybody should know. */
import { AlertFilled, CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { MedicalRecord } from '../../../shared/record/use-record.ts';
import frame from '../frame/frame.module.css';
import styles from './record.module.css';

export function Allergies({ allergies }: Pick<MedicalRecord, 'allergies'>) {
  const { t } = useTranslation('patient');
  const active = allergies.filter(({ status }) => status === null || status === 'active');
  if (active.length === 0) {
    return (
      <p className={frame['card']}>
        <span>
          <CheckCircleOutlined aria-hidden /> {t('record.noAllergies')}
        </span>
      </p>
    );
  }
  return (
    <section className={`${frame['card']} ${styles['allergies']}`}>
      <h2>
        <AlertFilled aria-hidden /> {t('record.allergies')}
      </h2>
      <ul>
        {active.map(({ id, code, text }) => (
          <li key={id}>
            <strong>{code.display ?? code.code}</strong>
            {text !== null && ` · ${text}`}
          </li>
        ))}
      </ul>
      <p>{t('record.allergiesHint')}</p>
    </section>
  );
}
