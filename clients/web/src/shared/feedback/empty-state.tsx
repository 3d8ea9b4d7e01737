/** Nothing is here, which may be good news: says so, and what one can do. */
import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './feedback.module.css';

export function EmptyState({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={styles['centred']}>
      <InboxOutlined aria-hidden className={styles['sign']} />
      <p className={styles['title']}>{title}</p>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children}
    </div>
  );
}
