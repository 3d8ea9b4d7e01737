/** Whose page it is, in a line: a parent may look after more than one. */
import { UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { usePatient } from '../../../shared/record/use-patient.ts';
import { yearsOld } from '../../../shared/time/format-time.ts';
import styles from './frame.module.css';

export function WhoseLine({ patientId }: { patientId: string }) {
  const { t } = useTranslation('shared');
  const now = useServerClock().now();
  const { patient } = usePatient(patientId);
  return (
    <p className={styles['whose']} aria-label={t('patient.banner')} role="group">
      {patient && (
        <>
          <UserOutlined aria-hidden /> <strong>{patient.name}</strong> · {t(`gender.${patient.gender}`)} ·{' '}
          {t('age', { count: yearsOld(patient.birthDate, now) })}
        </>
      )}
    </p>
  );
}
