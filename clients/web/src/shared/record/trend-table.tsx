/** The numbers of a trend, newest first, each with its mark. */
import { useTranslation } from 'react-i18next';
import { date } from '../time/format-time.ts';
import { markOf } from './mark-of.ts';
import styles from './results.module.css';
import type { Result } from './results.ts';
import { unitInWords } from './unit-in-words.ts';

export function TrendTable({ result: { name, unit, points, range } }: { result: Result }) {
  const { t } = useTranslation('shared');
  return (
    <table className={styles['numbers']}>
      <caption className="unseen">{t('record.course', { name, count: points.length })}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('record.date')}</th>
          <th scope="col">{name}</th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map(({ at, value }) => {
          const mark = markOf(value, range);
          return (
            <tr key={at}>
              <th scope="row">
                <time dateTime={at}>{date(at)}</time>
              </th>
              <td className={`${mark === '' ? '' : styles['abnormal']} numerals`}>
                {value} {mark} <span className={styles['unit']}>{unitInWords(unit)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
