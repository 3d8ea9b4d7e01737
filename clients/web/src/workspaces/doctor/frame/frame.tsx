/** What stands around each of the doctor's pages: the way to the other ones. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './frame.module.css';

export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('doctor');
  return (
    <div className={styles['frame']}>
      <nav className={styles['nav']} aria-label={t('nav.label')}>
        <NavLink end to="/doctor" className={styles['link'] ?? ''}>
          {t('nav.home')}
        </NavLink>
        <NavLink to="/doctor/patients" className={styles['link'] ?? ''}>
          {t('nav.patients')}
        </NavLink>
      </nav>
      {children}
    </div>
  );
}
