/** The pages of the patient: below the thumb on a phone, above the page where there is room. */
import { EyeOutlined, FileDoneOutlined, HomeOutlined, MedicineBoxOutlined, PayCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './frame.module.css';

const pages = [
  ['', 'today', HomeOutlined],
  ['/record', 'record', MedicineBoxOutlined],
  ['/bills', 'bills', PayCircleOutlined],
  ['/consents', 'consents', FileDoneOutlined],
  ['/accesses', 'accesses', EyeOutlined],
] as const;

export function PatientNav() {
  const { t } = useTranslation('patient');
  return (
    <nav aria-label={t('nav.label')} className={styles['nav']}>
      {pages.map(([path, name, Icon]) => (
        <NavLink key={name} to={`/patient${path}`} end={path === ''} className={styles['place'] ?? ''}>
          <Icon aria-hidden /> <span>{t(`nav.${name}`)}</span>
        </NavLink>
      ))}
    </nav>
  );
}
