/** A part of the desk with its heading; without rows it is not there. */
import { useTranslation } from 'react-i18next';
import { DeskRowLink } from './desk-row.tsx';
import type { DeskRow } from './desk-state.ts';
import styles from './desk.module.css';
import type { DeskPatients } from './use-patients.ts';

interface DeskListProps {
  readonly section: 'SESSION' | 'OPINION' | 'SIGNED' | 'DONE';
  readonly rows: readonly DeskRow[];
  readonly patients: DeskPatients;
}

export function DeskList({ section, rows, patients }: DeskListProps) {
  const { t } = useTranslation('expert');
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className={styles['heading']}>
        {t(`section.${section}`)} <span className="numerals">({rows.length})</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <DeskRowLink row={row} patient={patients.of.get(row.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
