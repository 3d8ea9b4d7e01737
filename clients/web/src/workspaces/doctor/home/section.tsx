/** A heading, how many, and the consultations below it; colleagues' are folded, since they are seldom one's own business. */
import { useTranslation } from 'react-i18next';
import { CaseLine } from './case-line.tsx';
import styles from './home.module.css';
import type { CaseRow } from './my-cases.ts';

interface SectionProps {
  readonly name: 'mine' | 'waiting' | 'colleagues';
  readonly rows: readonly CaseRow[];
}

export function Section({ name, rows }: SectionProps) {
  const { t } = useTranslation('doctor');
  if (rows.length === 0 && name !== 'mine') return null;
  const heading = (
    <>
      {t(`home.${name}`)} <span className={`${styles['count']} numerals`}>{rows.length}</span>
    </>
  );
  const list = (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <li key={row.it.id}>
          <CaseLine row={row} withRequester={name === 'colleagues'} />
        </li>
      ))}
    </ul>
  );
  if (name === 'colleagues') {
    return (
      <details>
        <summary className={styles['heading']}>{heading}</summary>
        {list}
      </details>
    );
  }
  return (
    <section aria-label={t(`home.${name}`)}>
      <h2 className={styles['heading']}>{heading}</h2>
      {rows.length === 0 ? <p className={styles['done']}>{t('home.nothing')}</p> : list}
    </section>
  );
}
