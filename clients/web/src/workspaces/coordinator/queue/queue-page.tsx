/** 会诊调度: the live queue on the left, the chosen request on the right; with `?wall` the queue alone, for the screen on the wall. */
import { ExpandOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { useWide } from '../../../shared/layout/use-wide.ts';
import { ConnectionLine } from '../../../shared/line/connection-line.tsx';
import { useDuty } from '../duty/use-duty.ts';
import bar from './queue-bar.module.css';
import { choicesIn, filterIn, withFilter } from './queue-filter.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueNumbers } from './queue-numbers.tsx';
import styles from './queue-page.module.css';
import { useLayoutOfQueue } from './use-layout-of-queue.ts';
import { useQueue } from './use-queue.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const RequestPane = lazily(async () => (await import('../request/request-pane.tsx')).RequestPane);
const DutyPanel = lazily(async () => (await import('../duty/duty-panel.tsx')).DutyPanel);

export function QueuePage() {
  const { t } = useTranslation('coordinator');
  const { consultationId } = useParams();
  const [address, setAddress] = useSearchParams();
  // The router would answer later than somebody types.
  const [search, setSearch] = useState('');
  const navigate = useNavigate();
  const { queue, problem, withoutPatients } = useQueue();
  const duty = useDuty();
  const wall = address.has('wall');
  const beside = useWide(1001);
  const right = useRef<HTMLElement>(null);
  const filter = filterIn(address, search);
  const typed = useDeferredValue(search);
  const laidOut = useLayoutOfQueue(
    queue,
    useMemo(() => filterIn(address, typed), [address, typed]),
  );
  const choices = useMemo(() => choicesIn(queue.rows.values()), [queue.rows]);
  const goTo = useCallback(
    (id: string) => navigate({ pathname: `/coordinator/${id}`, search: address.toString() }),
    [navigate, address],
  );
  const choose = useCallback(
    async (id: string, byKeyboard: boolean) => {
      await goTo(id);
      if (byKeyboard) right.current?.focus();
    },
    [goTo],
  );
  const close = async () => {
    await goTo('');
    document.querySelector<HTMLElement>(`[data-row="${consultationId}"]`)?.focus();
  };
  const toggleWall = () => setAddress(withFilter(address, 'wall', wall ? '' : '1'));
  return (
    <div className={`${styles['page']} ${consultationId === undefined ? '' : styles['withRequest']}`}>
      <div className={styles['left']}>
        <div className={bar['bar']}>
          <h1 className={bar['title']}>{t('title')}</h1>
          {wall && <ConnectionLine />}
          <QueueNumbers laidOut={laidOut} presence={duty.presence} />
          <Button
            type="text"
            className={bar['wall'] ?? ''}
            icon={<ExpandOutlined />}
            aria-label={t(wall ? 'wall.leave' : 'wall.enter')}
            title={t(wall ? 'wall.leave' : 'wall.enter')}
            onClick={toggleWall}
          />
          {!wall && (
            <QueueFilters
              filter={filter}
              choices={choices}
              onSearch={setSearch}
              onFilter={(name, value) => setAddress(withFilter(address, name, value), { replace: true })}
            />
          )}
        </div>
        {problem && <ProblemState problem={problem} />}
        {withoutPatients && <UnavailablePart part={t('queue.patients')} />}
        {!queue.known && !problem && <LoadingState rows={12} />}
        {queue.known && laidOut.items.length === 0 && <Nothing filtered={queue.rows.size > 0} />}
        <QueueList items={laidOut.items} queue={queue} chosen={consultationId} wall={wall} onChoose={choose} />
      </div>
      {!wall && (beside || consultationId !== undefined) && (
        <aside
          ref={right}
          tabIndex={0}
          onKeyDown={({ key }) => key === 'Escape' && consultationId !== undefined && void close()}
          className={styles['right']}
          aria-label={t(consultationId === undefined ? 'duty.title' : 'request.label')}
        >
          <Suspense fallback={<LoadingState rows={8} />}>
            {consultationId === undefined ? (
              <DutyPanel duty={duty} rows={queue.rows} />
            ) : (
              <RequestPane key={consultationId} id={consultationId} onClose={() => void close()} />
            )}
          </Suspense>
        </aside>
      )}
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('coordinator');
  const which = filtered ? 'noneMatches' : 'none';
  return <EmptyState title={t(`queue.${which}`)} hint={t(`queue.${which}Hint`)} />;
}
