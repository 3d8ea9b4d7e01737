/** The call of a consultation, for every page that has one: first its lobby, then the room. It is loaded when somebody opens it. */
import { Suspense } from 'react';
import { LoadingState } from '../feedback/loading-state.tsx';
import { addWords } from '../words/i18n.ts';
import type { CallOf } from './call-of.ts';
import { lazily } from '../loading/lazily.ts';

const words = { zh: () => import('./words.zh.ts'), en: () => import('./words.en.ts') };

const CallFrame = lazily(async () => {
  const [{ CallFrame: frame }] = await Promise.all([import('./call-frame.tsx'), addWords('call', words)]);
  return frame;
});

const Steps = lazily(async () => {
  const [{ SessionSteps }] = await Promise.all([import('./session-steps.tsx'), addWords('call', words)]);
  return SessionSteps;
});

/** Its steps alone, where the call itself is not open. */
export function CallSteps(steps: Pick<CallOf, 'consultation' | 'readAgain'>) {
  return (
    <Suspense fallback={null}>
      <Steps {...steps} />
    </Suspense>
  );
}

export function Call(call: CallOf) {
  return (
    <Suspense fallback={<LoadingState rows={3} />}>
      <CallFrame {...call} />
    </Suspense>
  );
}
