/** The rows of the queue, of which only those in sight exist; arrows walk through them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './queue-list.module.css';
import { QueueRowButton } from './queue-row.tsx';
import type { QueueState } from './queue-state.ts';
import type { QueueItem } from './sections.ts';
import { useItemSizes } from './use-item-sizes.ts';
import { keyOf, useSettled } from './use-settled.ts';

interface QueueListProps {
  readonly items: readonly QueueItem[];
  readonly queue: QueueState;
  readonly chosen: string | undefined;
  readonly wall: boolean;
  readonly onChoose: (id: string, byKeyboard: boolean) => Promise<void>;
}

export function QueueList({ items, queue, chosen, wall, onChoose }: QueueListProps) {
  const { t } = useTranslation('coordinator');
  const place = useRef<HTMLDivElement>(null);
  const { shown, fresh, moved, holds, release } = useSettled(items, wall);
  const sizes = useItemSizes(place);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => place.current,
    estimateSize: (index) => sizes[shown[index]?.kind ?? 'row'],
    getItemKey: (index) => keyOf(shown[index] ?? { kind: 'row', id: String(index) }),
    overscan: 10,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, sizes]);
  const toTop = () => {
    release();
    place.current?.scrollTo({ top: 0 });
  };
  return (
    <div className={styles['frame']}>
      <div role="status" className={styles['news']}>
        {moved && (
          <Button size="small" type="primary" shape="round" onClick={toTop}>
            {fresh > 0 ? t('queue.fresh', { count: fresh }) : t('queue.moved')}
          </Button>
        )}
      </div>
      <section ref={place} className={styles['list']} aria-label={t('queue.label')} onKeyDown={walk} {...holds}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => (
            <div
              key={key}
              data-item={shown[index]?.kind}
              className={styles['place']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Item item={shown[index]} queue={queue} chosen={chosen} onChoose={onChoose} />
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}

type ItemProps = Pick<QueueListProps, 'queue' | 'chosen' | 'onChoose'> & { readonly item: QueueItem | undefined };

function Item({ item, queue, chosen, onChoose }: ItemProps) {
  const { t } = useTranslation('coordinator');
  if (!item) return null;
  if (item.kind === 'heading') {
    return (
      <h2 className={`${styles['heading']} ${styles[item.section] ?? ''}`}>
        {t(`section.${item.section}`)} <span className="numerals">({item.count})</span>
      </h2>
    );
  }
  const { id } = item;
  const row = queue.rows.get(id) ?? queue.gone.get(id);
  if (!row) return null;
  return (
    <QueueRowButton
      row={row}
      chosen={id === chosen}
      gone={!queue.rows.has(id)}
      changedAt={queue.changedAt.get(id)}
      onChoose={onChoose}
    />
  );
}

/** Up and down go to the neighbouring row; the browser scrolls it into sight. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-row]')];
  const inOrder = rows.toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
  const here = inOrder.findIndex((row) => row === document.activeElement);
  if (here === -1) return;
  event.preventDefault();
  inOrder[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
