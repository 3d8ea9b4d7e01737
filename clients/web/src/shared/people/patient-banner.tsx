/** Whose page it is: on top of every page about a patient, and never scrolled away. */
import { AlertFilled, CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../graph/graph-context.tsx';
import { yearsOld } from '../time/format-time.ts';
import styles from './patient-banner.module.css';

export interface BannerPatient {
  readonly name: string;
  readonly gender: 'MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN';
  readonly birthDate: string;
  /** As the server masked it. */
  readonly identityNumber?: string | null;
  /** Left out where the viewer may not read the record; null where it could not be read. */
  readonly allergies?: readonly string[] | null | undefined;
  readonly consented?: boolean | undefined;
  readonly insurance?: string | undefined;
}

export function PatientBanner({ patient }: { patient: BannerPatient }) {
  const { t } = useTranslation('shared');
  const { gender, birthDate, identityNumber, insurance } = patient;
  const age = t('age', { count: yearsOld(birthDate, useServerClock().now()) });
  return (
    <section className={styles['banner']} aria-label={t('patient.banner')}>
      <strong className={styles['name']}>{patient.name}</strong>
      <span>
        {t(`gender.${gender}`)} · {age}
      </span>
      <span className={styles['quiet']}>{t('patient.born', { date: birthDate })}</span>
      {identityNumber && (
        <span className={styles['quiet']}>
          {t('patient.identity')} <span className="numerals">{identityNumber}</span>
        </span>
      )}
      <Allergies allergies={patient.allergies} />
      {patient.consented !== undefined && <ConsentMark consented={patient.consented} />}
      {insurance !== undefined && (
        <span className={styles['quiet']}>
          {t('patient.insurance')} {insurance}
        </span>
      )}
    </section>
  );
}

function Allergies({ allergies }: Pick<BannerPatient, 'allergies'>) {
  const { t } = useTranslation('shared');
  if (allergies === null) return <strong className={styles['danger']}>{t('patient.allergiesUnknown')}</strong>;
  if (!allergies) return null;
  if (allergies.length === 0) return <span className={styles['quiet']}>{t('patient.noAllergies')}</span>;
  return (
    <strong className={styles['danger']}>
      <AlertFilled aria-hidden /> {t('patient.allergies')} {allergies.join('、')}
    </strong>
  );
}

function ConsentMark({ consented }: { consented: boolean }) {
  const { t } = useTranslation('shared');
  const Icon = consented ? CheckCircleOutlined : ExclamationCircleOutlined;
  return (
    <span className={styles[consented ? 'success' : 'danger']}>
      <Icon aria-hidden /> {t(consented ? 'patient.consented' : 'patient.notConsented')}
    </span>
  );
}
