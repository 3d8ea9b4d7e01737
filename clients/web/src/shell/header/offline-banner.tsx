/** Says across the page that what one sees is old, and that nothing is lost. */
import { useTranslation } from 'react-i18next';
import { useLine } from '../../graph/graph-context.tsx';
import { timeOfDay } from '../../shared/time/format-time.ts';
import styles from './offline-banner.module.css';

export function OfflineBanner() {
  const { t } = useTranslation('shared');
  const { state, since } = useLine();
  if (state !== 'offline') return null;
  return (
    <p role="alert" className={styles['banner']}>
      {t('line.banner', { time: timeOfDay(since) })}
    </p>
  );
}
