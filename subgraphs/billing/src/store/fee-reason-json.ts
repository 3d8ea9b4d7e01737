/** A reason as it lies in its column. */
import { z } from 'zod';
import type { FeeReason } from '../domain/fee-reason.ts';
import { professionalTitles, serviceKinds } from '../domain/service.ts';

const amountFen = z.number();
const limitFen = z.number();
const rateBasisPoints = z.number();
const kind = z.enum(serviceKinds);

export const feeReason: z.ZodType<FeeReason> = z.discriminatedUnion('code', [
  z.object({ code: z.literal('FEE'), amountFen, kind, title: z.enum(professionalTitles) }),
  z.object({ code: z.enum(['NOT_INSURED', 'PATIENT_PART']), amountFen }),
  z.object({ code: z.literal('KIND_NOT_COVERED'), amountFen, kind }),
  z.object({ code: z.literal('DEDUCTIBLE'), amountFen, limitFen, restFen: z.number() }),
  z.object({ code: z.literal('INSURANCE_RATE'), amountFen, rateBasisPoints, unlimitedFen: z.number(), limitFen }),
  z.object({ code: z.enum(['ANNUAL_LIMIT', 'ACCOUNT_BALANCE']), amountFen, limitFen }),
  z.object({ code: z.literal('SUBSIDY'), amountFen, rateBasisPoints, limitFen }),
]);
