/** `await expect(promise).toFailWith('CONFLICT')`: the platform refuses with this code. */
import { expect } from 'vitest';
import { PlatformError } from './platform-error.ts';

expect.extend({
  async toFailWith(received: unknown, code: string) {
    const outcome = await Promise.resolve(received).then(
      () => 'it was done',
      (error: unknown) => error,
    );
    const actual = outcome instanceof PlatformError ? outcome.code : outcome;
    return {
      pass: actual === code,
      message: () => `expected the platform to refuse with ${code}, but ${String(actual)} (${String(outcome)})`,
    };
  },
});

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    toFailWith(code: string): Promise<void>;
  }
}
