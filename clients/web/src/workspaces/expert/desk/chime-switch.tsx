/** Two notes for a new invitation, or silence. */
import { Switch } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { chime } from './chime.ts';
import styles from './desk.module.css';

export function ChimeSwitch() {
  const { t } = useTranslation('expert');
  const wanted = useSyncExternalStore(chime.subscribe, chime.wanted);
  return (
    <label className={styles['switch']}>
      <Switch size="small" checked={wanted} onChange={chime.want} aria-label={t('chime.label')} />
      <span>{t(wanted ? 'chime.on' : 'chime.off')}</span>
    </label>
  );
}
