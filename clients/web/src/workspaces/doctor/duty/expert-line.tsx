/** One expert: who, from where, and how soon they usually answer. */
import { useTranslation } from 'react-i18next';
import styles from './duty.module.css';
import type { Expert } from './use-on-duty.ts';

export function ExpertLine({ expert, withSpecialty = false }: { expert: Expert; withSpecialty?: boolean }) {
  const { t } = useTranslation('doctor');
  const { practitioner, specialties, averageResponseMinutes: minutes } = expert;
  return (
    <li className={styles['expert']}>
      <span>
        <strong>{practitioner.name}</strong>{' '}
        <span className={styles['quiet']}>{t(`shared:title.${practitioner.title}`)}</span>
      </span>
      {withSpecialty && <span className={styles['end']}>{specialties.join('、')}</span>}
      {withSpecialty && <span className={styles['quiet']}>{practitioner.institution.name}</span>}
      <span className={`${styles['quiet']} ${styles['end']}`}>
        {minutes !== null && t('duty.response', { minutes: Math.round(minutes) })}
      </span>
      {!withSpecialty && <span className={styles['quiet']}>{practitioner.institution.name}</span>}
    </li>
  );
}
