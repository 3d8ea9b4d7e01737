/** Below the answer: which subgraphs were asked, how long each took, and the plan that says why. */
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../language.tsx';
import type { ExplainSwitch } from './explain-switch.ts';

export function ExplanationPanel({ explain }: { explain: ExplainSwitch }) {
  const { say } = useLanguage();
  const on = useSyncExternalStore(explain.subscribe, () => explain.isOn);
  const explanation = useSyncExternalStore(explain.subscribe, () => explain.explanation);
  if (!on) return null;
  return (
    <section className="explanation" aria-label={say.explain}>
      {explanation ? (
        <>
          <ul>
            {explanation.fetches.map(({ service, milliseconds, representations }, at) => (
              <li key={at}>
                <strong>{service}</strong> {say.milliseconds(milliseconds)}
                {representations > 0 && ` · ${say.representations(representations)}`}
              </li>
            ))}
          </ul>
          <pre>{explanation.plan}</pre>
        </>
      ) : (
        <p>{say.explainNext}</p>
      )}
    </section>
  );
}
