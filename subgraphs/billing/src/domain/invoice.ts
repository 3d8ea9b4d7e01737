/** The bill of one consultation: drafted, issued, then settled or void; an issued one never changes its figures. */
import type { FeeQuote } from './fee-quote.ts';
import { IllegalInvoiceTransition } from './invoice-errors.ts';
import { invoiceTransitions } from './invoice-status.ts';
import type { InvoiceAction, InvoiceStatus } from './invoice-status.ts';

export interface InvoiceDraft {
  readonly id: string;
  readonly consultationId: string;
  readonly patientId: string;
  readonly institutionId: string;
  readonly quote: FeeQuote;
  readonly now: Date;
}

export class Invoice {
  id: string;
  consultationId: string;
  patientId: string;
  institutionId: string;
  status: InvoiceStatus;
  feeFen: number;
  insuredFen: number;
  subsidyFen: number;
  patientFen: number;
  because: string[];
  createdAt: Date;
  issuedAt: Date | null;
  settledAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
  version: number;

  constructor({ id, consultationId, patientId, institutionId, quote, now }: InvoiceDraft) {
    this.id = id;
    this.consultationId = consultationId;
    this.patientId = patientId;
    this.institutionId = institutionId;
    this.status = 'DRAFT';
    this.feeFen = quote.feeFen;
    this.insuredFen = quote.insuredFen;
    this.subsidyFen = quote.subsidyFen;
    this.patientFen = quote.patientFen;
    this.because = [...quote.because];
    this.createdAt = now;
    this.issuedAt = null;
    this.settledAt = null;
    this.voidedAt = null;
    this.voidReason = null;
    this.version = 1;
  }

  /** The expert's title or the insurance changed before the bill went out. */
  requote(quote: FeeQuote): void {
    this.move('REQUOTE');
    this.feeFen = quote.feeFen;
    this.insuredFen = quote.insuredFen;
    this.subsidyFen = quote.subsidyFen;
    this.patientFen = quote.patientFen;
    this.because = [...quote.because];
  }

  issue(now: Date): void {
    this.move('ISSUE');
    this.issuedAt = now;
  }

  settle(now: Date): void {
    this.move('SETTLE');
    this.settledAt = now;
  }

  void(reason: string, now: Date): void {
    this.move('VOID');
    this.voidedAt = now;
    this.voidReason = reason;
  }

  private move(action: InvoiceAction): void {
    const to = invoiceTransitions[action][this.status];
    if (to === undefined) throw new IllegalInvoiceTransition(action, this.status);
    this.status = to;
  }
}
