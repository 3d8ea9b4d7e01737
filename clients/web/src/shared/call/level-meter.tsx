/** Whether the microphone hears anything: a bar, and a word for it. */
import { AudioOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './lobby.module.css';
import { useSoundLevel } from './use-sound-level.ts';

const audible = 12;

export function LevelMeter({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('call');
  const level = useSoundLevel(stream);
  const [heard, setHeard] = useState(false);
  if (!heard && level >= audible) setHeard(true);
  return (
    <p className={styles['meter']}>
      <AudioOutlined aria-hidden />
      <span
        role="meter"
        aria-label={t('check.level')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={level}
        className={styles['bar']}
      >
        <span className={styles['level']} style={{ width: `${level}%` }} />
      </span>
      <span role="status">{t(heard ? 'check.heard' : 'check.speak')}</span>
    </p>
  );
}
