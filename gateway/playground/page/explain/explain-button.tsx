/** The switch below the run button: with it, answers come with their query plan. */
import { ToolbarButton } from '@graphiql/react';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../language.tsx';
import type { ExplainSwitch } from './explain-switch.ts';

export function ExplainButton({ explain }: { explain: ExplainSwitch }) {
  const { say } = useLanguage();
  const on = useSyncExternalStore(explain.subscribe, () => explain.isOn);
  return (
    <ToolbarButton className="explain-switch" label={say.explain} aria-pressed={on} onClick={explain.toggle}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
        <rect x="5.5" y="1" width="5" height="4" rx="1" />
        <rect x="1" y="11" width="5" height="4" rx="1" />
        <rect x="10" y="11" width="5" height="4" rx="1" />
        <path d="M8 5v3M3.5 11V8h9v3" />
      </svg>
    </ToolbarButton>
  );
}
