/** Oneself, as the others will see it; mirrored, as people know themselves. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './lobby.module.css';

export function Preview({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('call');
  const place = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (place.current) place.current.srcObject = stream;
  }, [stream]);
  return <video ref={place} className={styles['preview']} aria-label={t('check.preview')} muted autoPlay playsInline />;
}
