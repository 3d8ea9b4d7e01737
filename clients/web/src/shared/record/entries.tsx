/** Diagnoses, drugs or visits of a record, newest first: what, how it stands, and since when. */
import { useTranslation } from 'react-i18next';
import { date } from '../time/format-time.ts';
import styles from './record.module.css';

export interface Entry {
  readonly id: string;
  readonly code: { readonly code: string; readonly display: string | null };
  readonly effectiveAt: string | null;
  readonly endedAt: string | null;
  readonly text: string | null;
}

interface EntriesProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Diagnoses are known by their codes, drugs are not. */
  readonly coded?: boolean;
  /** Of how many there is more than can be seen at a glance, the rest is folded. */
  readonly most?: number;
}

export function Entries({ title, entries, coded = false, most = 6 }: EntriesProps) {
  const { t } = useTranslation('shared');
  const [shown, folded] = [entries.slice(0, most), entries.slice(most)];
  return (
    <section>
      <h3 className={styles['heading']}>
        {title} <span className={`${styles['quiet']} numerals`}>{entries.length}</span>
      </h3>
      {entries.length === 0 && <p className={styles['quiet']}>{t('record.none')}</p>}
      <List entries={shown} coded={coded} />
      {folded.length > 0 && (
        <details>
          <summary>{t('record.more', { count: folded.length })}</summary>
          <List entries={folded} coded={coded} />
        </details>
      )}
    </section>
  );
}

function List({ entries, coded }: Required<Pick<EntriesProps, 'entries' | 'coded'>>) {
  return (
    <ul>
      {entries.map(({ id, code, effectiveAt, endedAt, text }) => (
        <li key={id} className={styles['entry']}>
          <span>
            {coded && <span className={`${styles['code']} numerals`}>{code.code}</span>}
            {code.display ?? code.code}
            {text !== null && text !== code.display && <span className={styles['note']}>{text}</span>}
          </span>
          <span className={styles['quiet']}>
            {effectiveAt !== null && <time dateTime={effectiveAt}>{date(effectiveAt)}</time>}
            {endedAt !== null && effectiveAt !== null && date(endedAt) !== date(effectiveAt) && ` – ${date(endedAt)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
