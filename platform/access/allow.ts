/** Turns a refused decision into the error that the caller sees and the access log records. */
import type { AuditSubject } from '../audit/audit-trail.ts';
import { ExpectedError } from '../errors/platform-error.ts';
import type { Decision, Refusal } from './decision.ts';

/** What "not there" and "not yours" both say, so that they look the same from outside. */
const NOT_FOUND_MESSAGE = 'Nothing with this id is there for you. Check the id, or ask for access to it.';

/** A refused access. `action` and `subject` go to the access log, not to the caller. */
export class Denial extends ExpectedError {
  readonly code: Refusal['code'];
  readonly action: string;
  readonly subject: AuditSubject;
  readonly because: string;

  constructor(refusal: Refusal, action: string, subject: AuditSubject) {
    super(refusal.code === 'NOT_FOUND' ? NOT_FOUND_MESSAGE : refusal.because);
    this.code = refusal.code;
    this.action = action;
    this.subject = subject;
    this.because = refusal.because;
  }
}

export function allow(decision: Decision, action: string, subject: AuditSubject): void {
  if (!decision.allowed) throw new Denial(decision, action, subject);
}

/** Returns what was looked up, or denies as if it did not exist. */
export function found<T>(thing: T | null | undefined, action: string, id: string): T {
  if (thing !== null && thing !== undefined) return thing;
  const refusal = { allowed: false, code: 'NOT_FOUND', because: 'not there or not theirs' } as const;
  throw new Denial(refusal, action, { id, patientId: null });
}
