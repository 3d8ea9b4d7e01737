/** The laboratory sheet: abnormal values first, and the whole course of one of them on demand. */
import { DownOutlined } from '@ant-design/icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../feedback/empty-state.tsx';
import { ResultLine } from './result-line.tsx';
import styles from './results.module.css';
import type { Result } from './results.ts';
import { lazily } from '../loading/lazily.ts';

const Trend = lazily(async () => (await import('./trend.tsx')).Trend);

export function ResultsList({ results }: { results: readonly Result[] }) {
  const { t } = useTranslation('shared');
  const [open, setOpen] = useState<string | null>(null);
  if (results.length === 0) return <EmptyState title={t('record.noResults')} hint={t('record.noResultsHint')} />;
  return (
    <ul className={styles['list']}>
      {results.map((result) => (
        <li key={result.code}>
          <button
            type="button"
            className={styles['line']}
            aria-expanded={open === result.code}
            onClick={() => setOpen(open === result.code ? null : result.code)}
          >
            <ResultLine result={result} />
            <DownOutlined aria-hidden className={styles['more'] ?? ''} rotate={open === result.code ? 180 : 0} />
          </button>
          {open === result.code && (
            <Suspense fallback={<div className={styles['trendToCome']} />}>
              <Trend result={result} />
            </Suspense>
          )}
        </li>
      ))}
    </ul>
  );
}
