/** Invoices: found by id or consultation, and changed by compare-and-set on their status. */
import { LockMode } from '@mikro-orm/core';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { InvoiceChangedMeanwhile } from '../domain/invoice-errors.ts';
import type { InvoiceStatus } from '../domain/invoice-status.ts';
import { Invoice } from '../domain/invoice.ts';

export class InvoiceRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  byIds(ids: readonly string[]): Promise<Invoice[]> {
    return this.em.find(Invoice, { id: { $in: wellFormed(ids) } });
  }

  async byId(id: string): Promise<Invoice | null> {
    const [invoice = null] = await this.byIds([id]);
    return invoice;
  }

  ofConsultations(consultationIds: readonly string[]): Promise<Invoice[]> {
    return this.em.find(Invoice, { consultationId: { $in: wellFormed(consultationIds) } });
  }

  /** Held until the transaction ends, so that two events about one consultation take turns. */
  lockedOfConsultation(consultationId: string): Promise<Invoice | null> {
    return this.em.findOne(Invoice, { consultationId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  async add(invoice: Invoice): Promise<void> {
    await this.em.insert(Invoice, invoice);
  }

  async save(invoice: Invoice, was: InvoiceStatus): Promise<void> {
    const { id, consultationId: _, patientId: __, ...changes } = invoice;
    if ((await this.em.nativeUpdate(Invoice, { id, status: was }, changes)) !== 1) throw new InvoiceChangedMeanwhile();
  }
}

const uuid = z.uuid();

/** An id of another shape belongs to nothing; PostgreSQL would call it an error. */
function wellFormed(ids: readonly string[]): string[] {
  return ids.filter((id) => uuid.safeParse(id).success);
}
