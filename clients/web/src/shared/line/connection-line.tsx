/** One quiet word on how the line is: live · reconnecting · offline since 14:05. */
import { useTranslation } from 'react-i18next';
import { useLine } from '../../graph/graph-context.tsx';
import { timeOfDay } from '../time/format-time.ts';
import styles from './connection-line.module.css';

export function ConnectionLine() {
  const { t } = useTranslation('shared');
  const { state, since } = useLine();
  return (
    <span role="status" className={`${styles['line']} ${styles[state]}`} data-line={state}>
      <span aria-hidden className={styles['dot']} /> {t(`line.${state}`, { time: timeOfDay(since) })}
    </span>
  );
}
