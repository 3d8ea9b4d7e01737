/** How long something has waited, where nothing says until when: 已等 09:41. */
import { HourglassOutlined } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../graph/graph-context.tsx';
import styles from './countdown-clock.module.css';
import { dateAndTime, duration } from './format-time.ts';
import { seconds } from './seconds.ts';

export function WaitingClock({ since }: { since: string }) {
  const { t } = useTranslation('shared');
  return (
    <time className={`${styles['clock']} ${styles['calm']}`} dateTime={since} title={dateAndTime(since)}>
      <HourglassOutlined aria-hidden /> {t('clock.waited', { time: useElapsed(since) })}
    </time>
  );
}

/** Counts up each second, by the server's clock. */
export function useElapsed(since: string): string {
  useSyncExternalStore(seconds.subscribe, seconds.now);
  return duration((useServerClock().now() - Date.parse(since)) / 1000);
}
