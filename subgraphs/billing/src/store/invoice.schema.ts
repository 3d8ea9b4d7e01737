/** How an invoice lies in its table. */
import { defineEntity, p } from '@mikro-orm/core';
import { Invoice } from '../domain/invoice.ts';

export const invoiceSchema = defineEntity({
  class: Invoice,
  tableName: 'invoices',
  properties: {
    id: p.uuid().primary(),
    consultationId: p.uuid(),
    patientId: p.uuid(),
    institutionId: p.uuid(),
    kind: p.text().$type<Invoice['kind']>(),
    expertIds: p.array().columnType('uuid[]').$type<string[]>(),
    status: p.text().$type<Invoice['status']>(),
    feeFen: p.integer(),
    insuredFen: p.integer(),
    subsidyFen: p.integer(),
    patientFen: p.integer(),
    deductibleFen: p.integer(),
    reasons: p.json().$type<Invoice['reasons']>(),
    because: p.json().$type<string[]>(),
    createdAt: p.datetime(),
    issuedAt: p.datetime().nullable(),
    insuranceYear: p.integer().nullable(),
    settledAt: p.datetime().nullable(),
    voidedAt: p.datetime().nullable(),
  },
});
