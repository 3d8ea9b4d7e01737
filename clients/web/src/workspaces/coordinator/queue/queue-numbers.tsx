/** How the whole queue stands, in one line of numbers. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useElapsed } from '../../../shared/time/waiting-clock.tsx';
import type { Presence } from '../duty/use-duty.ts';
import styles from './queue-bar.module.css';
import type { LaidOut } from './use-layout-of-queue.ts';

interface QueueNumbersProps {
  readonly laidOut: LaidOut;
  readonly presence: Presence | null;
}

export function QueueNumbers({ laidOut: { waiting, overdue, longestSince }, presence }: QueueNumbersProps) {
  const { t } = useTranslation('coordinator');
  return (
    <dl className={styles['numbers']}>
      <Count name={t('numbers.waiting')} value={String(waiting)} />
      {longestSince !== null && <Longest since={longestSince} />}
      <Count name={t('numbers.overdue')} value={String(overdue)} alarming={overdue > 0} />
      {presence && (
        <Count
          name={t('numbers.online')}
          value={<Link to="/coordinator/duty">{`${presence.online}/${presence.all}`}</Link>}
        />
      )}
    </dl>
  );
}

function Longest({ since }: { since: string }) {
  const { t } = useTranslation('coordinator');
  return <Count name={t('numbers.longest')} value={useElapsed(since)} />;
}

function Count({ name, value, alarming = false }: { name: string; value: ReactNode; alarming?: boolean }) {
  return (
    <div className={alarming ? styles['alarming'] : styles['count']}>
      <dt>{name}</dt>
      <dd className="numerals">{value}</dd>
    </div>
  );
}
