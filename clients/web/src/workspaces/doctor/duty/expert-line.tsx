/** One expert: who, from where, and how soon they usually answer. */
import { useTranslation } from 'react-i18next';
import styles from './duty.module.css';
import type { Expert } from './use-on-duty.ts';

export function ExpertLine({ expert, withSpecialty = false }: { expert: Expert; withSpecialty?: boolean }) {
  const { t } = useTranslation('doctor');
  const { practitioner, specialties, averageResponseMinutes: minutes } = expert;
  const { name: institution } = practitioner.institution;
  const where = (
    <span className={`${styles['quiet']} ${styles['institution']}`} title={institution}>
      {institution}
    </span>
  );
  return (
    <li className={styles['expert']}>
      <span>
        <strong>{practitioner.name}</strong>{' '}
        <span className={styles['quiet']}>{t(`shared:title.${practitioner.title}`)}</span>
      </span>
      {withSpecialty && <span className={styles['end']}>{specialties.join('、')}</span>}
      {withSpecialty && where}
      <span className={`${styles['quiet']} ${styles['end']}`}>
        {minutes !== null && t('duty.response', { minutes: Math.round(minutes) })}
      </span>
      {!withSpecialty && where}
    </li>
  );
}
