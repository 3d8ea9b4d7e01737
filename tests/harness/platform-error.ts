/** The platform's own answer when it refuses. */
import type { Answer } from './actor.ts';

export class PlatformError extends Error {
  readonly errors: NonNullable<Answer['errors']>;

  constructor(errors: NonNullable<Answer['errors']>) {
    super(
      errors.map(({ message, extensions }) => `${String(extensions?.['code'])}: ${message}`).join('\n') || 'no answer',
    );
    this.name = 'PlatformError';
    this.errors = errors;
  }

  get code(): unknown {
    return this.errors[0]?.extensions?.['code'];
  }
}
