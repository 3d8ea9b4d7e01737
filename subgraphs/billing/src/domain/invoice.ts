/** The bill of one consultation: drafted, issued, then settled or void; an issued one never changes its figures. */
import type { FeeReason } from './fee-reason.ts';
import type { FeeQuote } from './fee-quote.ts';
import { IllegalInvoiceTransition } from './invoice-errors.ts';
import { invoiceTransitions } from './invoice-status.ts';
import type { InvoiceAction, InvoiceStatus } from './invoice-status.ts';
import type { ServiceKind } from './service.ts';

export interface InvoiceDraft {
  readonly id: string;
  readonly consultationId: string;
  readonly patientId: string;
  readonly institutionId: string;
  readonly kind: ServiceKind;
  readonly expertIds: readonly string[];
  readonly quote: FeeQuote;
  readonly now: Date;
}

export class Invoice {
  id!: string;
  consultationId!: string;
  patientId!: string;
  institutionId!: string;
  kind!: ServiceKind;
  /** Those who have accepted so far; once issued, those who answered. */
  expertIds!: string[];
  status!: InvoiceStatus;
  feeFen!: number;
  insuredFen!: number;
  subsidyFen!: number;
  patientFen!: number;
  deductibleFen!: number;
  /** Empty on bills of before reasons had codes. */
  reasons!: FeeReason[];
  because!: string[];
  createdAt!: Date;
  issuedAt: Date | null = null;
  /** The year whose limits it used up. */
  insuranceYear: number | null = null;
  settledAt: Date | null = null;
  voidedAt: Date | null = null;

  static draft({ quote, expertIds, now, ...facts }: InvoiceDraft): Invoice {
    const invoice = Object.assign(new Invoice(), facts, { status: 'DRAFT' as const, createdAt: now });
    invoice.charge(quote, expertIds);
    return invoice;
  }

  /** Somebody else accepted, or the insurance changed, before the bill went out. */
  requote(quote: FeeQuote, expertIds: readonly string[]): void {
    this.move('REQUOTE');
    this.charge(quote, expertIds);
  }

  issue(now: Date, insuranceYear: number): void {
    this.move('ISSUE');
    this.issuedAt = now;
    this.insuranceYear = insuranceYear;
  }

  settle(now: Date): void {
    this.move('SETTLE');
    this.settledAt = now;
  }

  void(now: Date): void {
    this.move('VOID');
    this.voidedAt = now;
  }

  may(action: InvoiceAction): boolean {
    return invoiceTransitions[action][this.status] !== undefined;
  }

  private charge(quote: FeeQuote, expertIds: readonly string[]): void {
    const { feeFen, insuredFen, subsidyFen, patientFen, deductibleFen, reasons, because } = quote;
    Object.assign(this, { feeFen, insuredFen, subsidyFen, patientFen, deductibleFen });
    this.reasons = [...reasons];
    this.because = [...because];
    this.expertIds = [...expertIds];
  }

  private move(action: InvoiceAction): void {
    const to = invoiceTransitions[action][this.status];
    if (to === undefined) throw new IllegalInvoiceTransition(action, this.status);
    this.status = to;
  }
}
