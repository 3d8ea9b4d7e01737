/** Where an institution stands in the tiered system, as the directory knows it. */
import { z } from 'zod';
import { institutionLevels, type InstitutionLevel } from '../domain/subsidy.ts';
import type { BillingContext } from '../store/billing.store.ts';

const answer = z.object({ _entities: z.tuple([z.object({ level: z.enum(institutionLevels) })]) });

const document = `query LevelForBilling($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Institution { level } }
}`;

export async function askInstitutionLevel(context: BillingContext, id: string): Promise<InstitutionLevel> {
  const variables = { representations: [{ __typename: 'Institution', id }] };
  const { _entities } = await context.ask({ subgraph: 'directory', document, variables, answer, asService: true });
  return _entities[0].level;
}
