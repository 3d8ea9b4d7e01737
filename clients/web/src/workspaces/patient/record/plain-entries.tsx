/** Drugs or diagnoses as a list to read: what, how, since when. */
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../shared/record/entries.tsx';
import { date } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';

interface PlainEntriesProps {
  readonly title: string;
  readonly none: string;
  readonly entries: readonly Entry[];
}

export function PlainEntries({ title, none, entries }: PlainEntriesProps) {
  const { t } = useTranslation('patient');
  return (
    <section className={frame['card']}>
      <h2>{title}</h2>
      {entries.length === 0 && <p className={frame['quiet']}>{none}</p>}
      <ul className={frame['list']}>
        {entries.map(({ id, code, text, effectiveAt, endedAt }) => (
          <li key={id}>
            <strong>{code.display ?? code.code}</strong>
            {text !== null && text !== code.display && <p>{text}</p>}
            {effectiveAt !== null && (
              <p className={`${frame['quiet']} numerals`}>
                {endedAt === null || endedAt === effectiveAt
                  ? t('record.since', { date: date(effectiveAt) })
                  : `${date(effectiveAt)} – ${date(endedAt)}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
