/** What is missing, each a way to where it is mended. */
import { useTranslation } from 'react-i18next';
import type { RequestTextFragment } from './request.graphql.ts';
import styles from './meter.module.css';

interface MissingListProps {
  readonly missing: NonNullable<RequestTextFragment['missing']>;
  readonly onConsent: () => void;
}

/** What the doctor cannot mend on this page has no way. */
const nowhere = ['agreement'];

export function MissingList({ missing, onConsent }: MissingListProps) {
  const { t } = useTranslation('doctor');
  return (
    <ol className={styles['list']}>
      {missing.map(({ path, message }) => {
        const words = t(`missing.${path}`, { defaultValue: message });
        if (nowhere.includes(path)) return <li key={path}>{words}</li>;
        return (
          <li key={path}>
            <button
              type="button"
              className={styles['way']}
              onClick={() => (path === 'consent' ? onConsent() : goTo(`request-${path}`))}
            >
              {words}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function goTo(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
