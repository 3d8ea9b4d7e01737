/** What may go wrong with an invoice on purpose. */
import type { ErrorCode } from '@huizhen/platform/errors/error-code';
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
