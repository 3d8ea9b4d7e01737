/** What may go wrong with an invoice on purpose. */
import type { ErrorCode } from '@huizhen/platform/errors/error-code';
import { Conflict } from '@huizhen/platform/errors/expected-errors';
import { ExpectedError } from '@huizhen/platform/errors/platform-error';
import { invoiceActionsIn } from './invoice-status.ts';
import type { InvoiceAction, InvoiceStatus } from './invoice-status.ts';

export class IllegalInvoiceTransition extends ExpectedError {
  readonly code: ErrorCode = 'ILLEGAL_TRANSITION';
  constructor(action: InvoiceAction, status: InvoiceStatus) {
    const allowed = invoiceActionsIn(status);
    const next = allowed.length > 0 ? `Possible now: ${allowed.join(', ')}.` : 'Nothing more happens to it.';
    super(`${action} is not possible while the invoice is ${status}. ${next}`, { action, status, allowed });
  }
}

export class InvoiceChangedMeanwhile extends Conflict {
  constructor() {
    super('Somebody else has just changed this invoice. Read it again, then decide.');
  }
}

export class NoFeeInForce extends ExpectedError {
  readonly code: ErrorCode = 'CONFLICT';
  constructor() {
    super('No fee schedule is in force on this day. Add one that begins earlier.');
  }
}
