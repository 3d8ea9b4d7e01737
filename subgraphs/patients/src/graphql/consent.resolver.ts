/** Recording and withdrawing consents. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { recordConsent } from '../actions/record-consent.ts';
import { withdrawConsent } from '../actions/withdraw-consent.ts';
import { signerOfConsent } from '../queries/signer-of-consent.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { consentType, ConsentType, RecordConsentInput } from './consent.type.ts';

@Resolver(() => ConsentType)
export class ConsentResolver {
  @Mutation(() => ConsentType, {
    description: 'Record a signed consent: requesting doctors of the managing institution, and the patient.',
  })
  @RequiresScope('patients:write')
  async recordConsent(
    @Ctx() context: PatientsContext,
    @Arg('input', () => RecordConsentInput, { description: 'What was signed.' }) input: RecordConsentInput,
  ): Promise<ConsentType> {
    return consentType(await recordConsent(context, input));
  }

  @Mutation(() => ConsentType, {
    description: 'Take a consent back. It stops what follows, not what was; a second time changes nothing.',
  })
  @RequiresScope('patients:write')
  async withdrawConsent(
    @Ctx() context: PatientsContext,
    @Arg('consentId', () => ID, { description: 'The consent.' }) consentId: string,
  ): Promise<ConsentType> {
    return consentType(await withdrawConsent(context, consentId));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who signed: the patient or a guardian, by name.',
  })
  signedBy(@Root() consent: ConsentType, @Ctx() context: PatientsContext): Promise<string | null> {
    return signerOfConsent(context, consent);
  }
}
