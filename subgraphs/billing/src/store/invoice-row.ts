/** An invoice as it is read. */
import { selectList } from '@huizhen/platform/database/select-list';
import { z } from 'zod';
import { invoiceStatuses } from '../domain/invoice-status.ts';
import { Invoice } from '../domain/invoice.ts';
import { feeReason } from './fee-reason-json.ts';
import { serviceKinds } from '../domain/service.ts';

const columns = z.object({
  id: z.string(),
  consultationId: z.string(),
  patientId: z.string(),
  institutionId: z.string(),
  kind: z.enum(serviceKinds),
  expertIds: z.array(z.string()),
  status: z.enum(invoiceStatuses),
  feeFen: z.number(),
  insuredFen: z.number(),
  subsidyFen: z.number(),
  patientFen: z.number(),
  deductibleFen: z.number(),
  reasons: z.array(feeReason),
  because: z.array(z.string()),
  createdAt: z.date(),
  issuedAt: z.date().nullable(),
  insuranceYear: z.number().nullable(),
  settledAt: z.date().nullable(),
  voidedAt: z.date().nullable(),
});

export const invoiceColumns = selectList(columns, 'i');
export const invoiceRow = columns.transform((row) => Object.assign(new Invoice(), row));
