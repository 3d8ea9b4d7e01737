/** A field that finds a term as one types, and takes what is typed where the catalogue has none. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Readings, findTerms } from './find-terms.ts';
import { readingsOf } from './readings.ts';
import type { Term } from './term.ts';
import styles from './term-box.module.css';

interface TermBoxProps {
  readonly id: string;
  readonly terms: readonly Term[];
  readonly value: string;
  /** Such as the sentence that names a fault. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

const most = 8;

export function TermBox({ id, terms, value, describedBy, invalid, placeholder, onChange }: TermBoxProps) {
  const { i18n } = useTranslation();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const readings = useReadings(terms, open);
  const field = useRef<HTMLInputElement>(null);
  const found = open ? findTerms(terms, value, { readings, most }) : [];
  const choose = (term: Term) => {
    onChange(term.value);
    setOpen(false);
    field.current?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (open ? setAt(Math.min(at + 1, found.length - 1)) : setOpen(true)),
    ArrowUp: () => setAt(Math.max(at - 1, -1)),
    Enter: () => {
      const term = found[at];
      if (term) choose(term);
    },
    Escape: () => setOpen(false),
  };
  return (
    <div className={styles['box']}>
      <input
        ref={field}
        id={id}
        className={styles['field']}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        autoComplete="off"
        maxLength={100}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setAt(-1)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          const act = keys[event.key];
          // Keys that choose a character of an input method are not ours.
          if (!act || event.nativeEvent.isComposing) return;
          if (event.key !== 'Escape' || open) event.preventDefault();
          act();
        }}
      />
      <ul id={listId} role="listbox" className={styles['list']} hidden={found.length === 0} aria-label={placeholder}>
        {found.map((term, index) => (
          <li
            key={term.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles['term']}
            // Before the field loses its focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(term)}
          >
            {term.value !== term.zh && <span className={`${styles['code']} numerals`}>{term.value}</span>}
            {i18n.language === 'en' ? term.en : term.zh}
            {i18n.language === 'en' && term.value === term.zh && <span className={styles['code']}>{term.zh}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useReadings(terms: readonly Term[], wanted: boolean): Readings | null {
  const [readings, setReadings] = useState<Readings | null>(null);
  const missing = wanted && readings === null;
  useEffect(() => {
    // Without the dictionary names and codes are still found.
    if (missing) void readingsOf(terms).then(setReadings, () => setReadings(new Map()));
  }, [missing, terms]);
  return readings;
}
