/** What may happen to an invoice in each state; what is settled stays settled. */
export const invoiceStatuses = ['DRAFT', 'ISSUED', 'SETTLED', 'VOID'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const invoiceActions = ['REQUOTE', 'ISSUE', 'SETTLE', 'VOID'] as const;
export type InvoiceAction = (typeof invoiceActions)[number];

export const invoiceTransitions: Record<InvoiceAction, Partial<Record<InvoiceStatus, InvoiceStatus>>> = {
  REQUOTE: { DRAFT: 'DRAFT' },
  ISSUE: { DRAFT: 'ISSUED' },
  SETTLE: { ISSUED: 'SETTLED' },
  VOID: { DRAFT: 'VOID', ISSUED: 'VOID' },
};

export function invoiceActionsIn(status: InvoiceStatus): InvoiceAction[] {
  return invoiceActions.filter((action) => invoiceTransitions[action][status] !== undefined);
}
