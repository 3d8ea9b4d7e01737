/** Invoices: found by id or consultation, and changed by compare-and-set on their status. */
import { LockMode } from '@mikro-orm/core';
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { InvoiceChangedMeanwhile } from '../domain/invoice-errors.ts';
import type { InvoiceStatus } from '../domain/invoice-status.ts';
import { Invoice } from '../domain/invoice.ts';
import { invoiceColumns, invoiceRow } from './invoice-row.ts';

const SELECT = `SELECT ${invoiceColumns} FROM billing.invoices i`;

export class InvoiceRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  byIds(ids: readonly string[]): Promise<Invoice[]> {
    return this.tools.sql(invoiceRow, `${SELECT} WHERE i.id = ANY (?::uuid[])`, [arrayOf(ids)]);
  }

  async byId(id: string): Promise<Invoice | null> {
    const [invoice = null] = await this.byIds([id]);
    return invoice;
  }

  ofConsultations(consultationIds: readonly string[]): Promise<Invoice[]> {
    return this.tools.sql(invoiceRow, `${SELECT} WHERE i.consultation_id = ANY (?::uuid[])`, [
      arrayOf(consultationIds),
    ]);
  }

  /** Held until the transaction ends, so that two events about one consultation take turns. */
  lockedOfConsultation(consultationId: string): Promise<Invoice | null> {
    return this.tools.em.findOne(Invoice, { consultationId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  async add(invoice: Invoice): Promise<void> {
    await this.tools.em.insert(Invoice, invoice);
  }

  async save(invoice: Invoice, was: InvoiceStatus): Promise<void> {
    const { id, consultationId: _, patientId: __, ...changes } = invoice;
    if ((await this.tools.em.nativeUpdate(Invoice, { id, status: was }, changes)) !== 1)
      throw new InvoiceChangedMeanwhile();
  }
}

/** An id of another shape belongs to nothing; PostgreSQL would call it an error. */
function arrayOf(ids: readonly string[]): string {
  return `{${uuidsAmong(ids).join(',')}}`;
}
