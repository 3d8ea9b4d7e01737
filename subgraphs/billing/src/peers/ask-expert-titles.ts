/** The professional titles of experts, as the experts subgraph tells services. */
import { z } from 'zod';
import { professionalTitles, type ProfessionalTitle } from '../domain/service.ts';
import type { BillingContext } from '../store/billing.store.ts';

const answer = z.object({ expertProfiles: z.array(z.object({ title: z.enum(professionalTitles) })) });

const document = `query TitlesForBilling($ids: [ID!]!) { expertProfiles(ids: $ids) { title } }`;

export async function askExpertTitles(context: BillingContext, ids: readonly string[]): Promise<ProfessionalTitle[]> {
  const { expertProfiles } = await context.ask({
    subgraph: 'experts',
    document,
    variables: { ids },
    answer,
    asService: true,
  });
  return expertProfiles.map(({ title }) => title);
}
