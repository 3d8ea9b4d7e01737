/** The root of everything that may go wrong on purpose: what a client is told, by a stable code. */
import type { ErrorCode } from './error-code.ts';

/** Messages say what, which and what to do next, and hold no patient data. Any other error is masked as INTERNAL. */
export abstract class ExpectedError extends Error {
  abstract readonly code: ErrorCode;
  readonly extensions: Record<string, unknown>;

  constructor(message: string, extensions: Record<string, unknown> = {}) {
    super(message);
    this.name = new.target.name;
    this.extensions = extensions;
  }
}
