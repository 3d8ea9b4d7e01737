/** One result as a laboratory prints it: what, how much, in which unit, whether that is usual, and how it went. */
import { useTranslation } from 'react-i18next';
import { Sparkline } from '../charts/sparkline.tsx';
import { date } from '../time/format-time.ts';
import { rangeInWords } from './mark-of.ts';
import styles from './results.module.css';
import type { Result } from './results.ts';
import { unitInWords } from './unit-in-words.ts';

export function ResultLine({ result }: { result: Result }) {
  const { t } = useTranslation('shared');
  const { name, value, text, unit, mark, range, points, at } = result;
  return (
    <>
      <span className={styles['name']}>{name}</span>
      <span className={`${styles['value']} ${mark === '' ? '' : styles['abnormal']} numerals`} data-mark={mark}>
        {value ?? text ?? '—'}
        {mark !== '' && <Arrow mark={mark} />} <span className={styles['unit']}>{unitInWords(unit)}</span>
      </span>
      <span className={`${styles['range']} numerals`}>
        {range && (
          <>
            <span className="unseen">{t('record.range')} </span>
            {rangeInWords(range)}
          </>
        )}
      </span>
      <span className={styles['course']}>
        <Sparkline
          values={points.map((point) => point.value)}
          {...(range && { range: shownRange(result) })}
          label={t('record.course', { name, count: points.length })}
        />
      </span>
      <time className={styles['at']} dateTime={at ?? ''}>
        {at !== null && date(at)}
      </time>
    </>
  );
}

function Arrow({ mark }: { mark: Exclude<Result['mark'], ''> }) {
  const { t } = useTranslation('shared');
  const words = t(mark.startsWith('↑') ? 'record.high' : 'record.low');
  return (
    <>
      {' '}
      <span aria-hidden title={words}>
        {mark}
      </span>
      <span className="unseen">{t(mark.length > 1 ? 'record.far' : 'record.mark', { words })}</span>
    </>
  );
}

/** Where a range is open, the band reaches as far as the values do. */
function shownRange({ range, points }: Result): readonly [number, number] {
  const values = points.map((point) => point.value);
  const { low = Math.min(...values, range?.high ?? Infinity), high = Math.max(...values, range?.low ?? -Infinity) } =
    range ?? {};
  return [low, high];
}
