/** Who is on duty, as a page of its own: on a phone there is no room for it beside the queue. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQueue } from '../queue/use-queue.ts';
import styles from './duty.module.css';
import { DutyPanel } from './duty-panel.tsx';
import { useDuty } from './use-duty.ts';

export function DutyPage() {
  const { t } = useTranslation('coordinator');
  const { queue } = useQueue();
  return (
    <div className={styles['page']}>
      <Link to="/coordinator">← {t('duty.toQueue')}</Link>
      <h1>{t('duty.title')}</h1>
      <DutyPanel duty={useDuty()} rows={queue.rows} />
    </div>
  );
}
