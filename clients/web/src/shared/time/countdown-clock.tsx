/** A deadline as a clock by the server's time: 剩 06:12, amber in the last third, 超时 03:40 in red after. */
import { ClockCircleOutlined, FieldTimeOutlined, WarningFilled } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../graph/graph-context.tsx';
import styles from './countdown-clock.module.css';
import { type Pressure, deadlineAt } from './deadline.ts';
import { dateAndTime, duration } from './format-time.ts';
import { seconds } from './seconds.ts';

const icons: Readonly<Record<Pressure, typeof WarningFilled>> = {
  calm: ClockCircleOutlined,
  soon: FieldTimeOutlined,
  over: WarningFilled,
};

export function CountdownClock({ dueAt, startedAt }: { dueAt: string; startedAt?: string | null | undefined }) {
  useSyncExternalStore(seconds.subscribe, seconds.now);
  const { t } = useTranslation();
  const deadline = deadlineAt(useServerClock().now(), dueAt, startedAt);
  const over = deadline.pressure === 'over';
  const Icon = icons[deadline.pressure];
  const time = duration(deadline.seconds);
  const title = t(over ? 'clock.overLong' : 'clock.leftLong', { time, at: dateAndTime(dueAt) });
  return (
    <time className={`${styles['clock']} ${styles[deadline.pressure]}`} dateTime={dueAt} title={title}>
      <Icon aria-hidden /> {t(over ? 'clock.over' : 'clock.left', { time })}
    </time>
  );
}
