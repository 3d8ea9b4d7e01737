/** Trusted documents: published by apps and their administrators, looked up by the gateway. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { publishTrustedDocuments } from '../actions/publish-trusted-documents.ts';
import { withdrawTrustedDocuments } from '../actions/withdraw-trusted-documents.ts';
import { trustedDocument } from '../queries/partner-lookups.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { PublishTrustedDocumentsInput, WithdrawTrustedDocumentsInput } from './partner-app.inputs.ts';
import { TrustedDocumentTextType, TrustedDocumentType } from './partner-app.type.ts';

@Resolver(() => TrustedDocumentType)
export class TrustedDocumentResolver {
  @Mutation(() => [TrustedDocumentType], {
    description:
      'Publish documents of an app; answers in their order. For the app (scope documents:write) and administrators.',
  })
  @RequiresScope('documents:write')
  publishTrustedDocuments(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => PublishTrustedDocumentsInput, { description: 'Whose, and which.' })
    input: PublishTrustedDocumentsInput,
  ): Promise<TrustedDocumentType[]> {
    const { appId, documents, idempotencyKey = null } = input;
    return publishTrustedDocuments(context, { appId, texts: documents.map(({ text }) => text), idempotencyKey });
  }

  @Mutation(() => [TrustedDocumentType], {
    description: 'Withdraw documents of an app. For the app (scope documents:write) and administrators.',
  })
  @RequiresScope('documents:write')
  withdrawTrustedDocuments(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => WithdrawTrustedDocumentsInput, { description: 'Whose, and which.' })
    input: WithdrawTrustedDocumentsInput,
  ): Promise<TrustedDocumentType[]> {
    const { appId, ids, idempotencyKey = null } = input;
    return withdrawTrustedDocuments(context, { appId, ids, idempotencyKey });
  }

  @Query(() => TrustedDocumentTextType, {
    nullable: true,
    description: 'A document that this app has published and not withdrawn, or null. Between services only.',
  })
  @Directive('@inaccessible')
  trustedDocument(
    @Ctx() context: DirectoryContext,
    @Arg('appId', () => ID, { description: 'The app.' }) appId: string,
    @Arg('id', () => ID, { description: 'SHA-256 of the text, in hexadecimal.' }) id: string,
  ): Promise<TrustedDocumentTextType | null> {
    return trustedDocument(context, appId, id);
  }
}
