/** One result in plain words: the value, whether it is usual, the usual range, the way it went, and what it measures. */
import { ArrowDownOutlined, ArrowUpOutlined, CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Sparkline } from '../../../shared/charts/sparkline.tsx';
import { rangeInWords } from '../../../shared/record/mark-of.ts';
import type { Result } from '../../../shared/record/results.ts';
import { unitInWords } from '../../../shared/record/unit-in-words.ts';
import { date } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';
import styles from './record.module.css';

export function PlainResult({ result, explained = false }: { result: Result; explained?: boolean }) {
  const { t, i18n } = useTranslation('patient');
  const { code, name, value, text, unit, range, points, at } = result;
  const means = `measure.${code}`;
  return (
    <div className={styles['result']}>
      <strong className={styles['name']}>{name}</strong>
      <span className={`${styles['value']} numerals`}>
        <strong>{value ?? text ?? '—'}</strong> {unitInWords(unit)}
      </span>
      <span className={styles['course']}>
        <Sparkline
          values={points.map((point) => point.value)}
          label={t('shared:record.course', { name, count: points.length })}
        />
      </span>
      <span className={styles['verdict']}>{range && <Judged mark={result.mark} />}</span>
      <p className={`${styles['facts']} ${frame['quiet']} numerals`}>
        {range && <span>{t('record.usual', { range: rangeInWords(range) })}</span>}
        {at !== null && <time dateTime={at}>{date(at)}</time>}
      </p>
      {explained && i18n.exists(means, { ns: 'patient' }) && (
        <p className={`${styles['means']} ${frame['quiet']}`}>{t(means)}</p>
      )}
    </div>
  );
}

function Judged({ mark }: Pick<Result, 'mark'>) {
  const { t } = useTranslation('patient');
  const way = mark === '' ? 'usual' : mark.startsWith('↑') ? 'high' : 'low';
  const Sign = { usual: CheckOutlined, high: ArrowUpOutlined, low: ArrowDownOutlined }[way];
  return (
    <span className={styles['judged']} data-way={way}>
      <Sign aria-hidden /> {t(`record.way.${way}${mark.length > 1 ? 'Far' : ''}`)}
    </span>
  );
}
