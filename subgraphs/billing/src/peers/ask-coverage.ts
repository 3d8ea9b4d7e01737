/** A patient's insurance, as the patients subgraph tells services; null for somebody who is not insured. */
import { z } from 'zod';
import type { YearlyCoverage } from '../domain/yearly-insurance.ts';
import type { BillingContext } from '../store/billing.store.ts';

const coverage = z.object({
  active: z.boolean(),
  rateBasisPoints: z.int().min(0).max(10_000),
  capPerVisitFen: z.int().min(0),
  deductibleRemainingFen: z.int(),
  annualRemainingFen: z.int(),
});

const answer = z.object({ coverage: coverage.nullable() });

const document = `query CoverageForBilling($patientId: ID!) {
  coverage(patientId: $patientId) { active rateBasisPoints capPerVisitFen deductibleRemainingFen annualRemainingFen }
}`;

export async function askCoverage(context: BillingContext, patientId: string): Promise<YearlyCoverage | null> {
  return (await context.ask({ subgraph: 'patients', document, variables: { patientId }, answer, asService: true }))
    .coverage;
}
