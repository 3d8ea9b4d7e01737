/** Partner apps: registered by administrators, looked up by the gateway. */
import { PageArgs, type Connection } from '@huizhen/platform/subgraph/connection';
import { Authenticated, RequiresRole } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { registerPartnerApp } from '../actions/register-partner-app.ts';
import { rotatePartnerSecret } from '../actions/rotate-partner-secret.ts';
import { setPartnerAppStatus } from '../actions/set-partner-app-status.ts';
import type { PartnerAppStatus } from '../domain/partner-app.ts';
import { listPartnerApps, partnerAppFor } from '../queries/partner-apps.ts';
import { partnerAppStatus } from '../queries/partner-lookups.ts';
import { trustedDocumentsOf } from '../queries/trusted-documents.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { institutionById } from './directory.loaders.ts';
import { PartnerAppStatusEnum } from './enums.ts';
import { InstitutionType } from './institution.type.ts';
import { PartnerAppInput, RegisterPartnerAppInput } from './partner-app.inputs.ts';
import {
  PartnerAppConnection,
  PartnerAppSecretType,
  PartnerAppType,
  TrustedDocumentConnection,
  type TrustedDocumentType,
} from './partner-app.type.ts';

@Resolver(() => PartnerAppType)
export class PartnerAppResolver {
  @Query(() => PartnerAppConnection, { description: 'All partner apps. For administrators.' })
  @RequiresRole('ADMIN')
  partnerApps(
    @Ctx() context: DirectoryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<PartnerAppType>> {
    return listPartnerApps(context, page);
  }

  @Query(() => PartnerAppType, {
    nullable: true,
    description: 'One partner app, or null. For administrators, and for the app itself.',
  })
  @Authenticated()
  partnerApp(
    @Ctx() context: DirectoryContext,
    @Arg('id', () => ID, { description: 'The app.' }) id: string,
  ): Promise<PartnerAppType | null> {
    return partnerAppFor(context, id);
  }

  @FieldResolver(() => InstitutionType, { nullable: true, description: 'Whose data it works with.' })
  institution(@Root() app: PartnerAppType, @Ctx() context: DirectoryContext) {
    return app.institutionId && institutionById(context).load(app.institutionId);
  }

  @FieldResolver(() => TrustedDocumentConnection, { description: 'What it has published and not withdrawn.' })
  trustedDocuments(
    @Root() app: PartnerAppType,
    @Ctx() context: DirectoryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<TrustedDocumentType>> {
    return trustedDocumentsOf(context, app.id, page);
  }

  @Mutation(() => PartnerAppSecretType, { description: 'Register a partner app. For administrators.' })
  @RequiresRole('ADMIN')
  registerPartnerApp(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => RegisterPartnerAppInput, { description: 'The new app.' }) input: RegisterPartnerAppInput,
  ): Promise<PartnerAppSecretType> {
    const { name, scopes, institutionId = null, idempotencyKey = null } = input;
    return registerPartnerApp(context, { name, scopes, institutionId, idempotencyKey });
  }

  @Mutation(() => PartnerAppSecretType, {
    description: 'Give an app a new secret; the old one stops at once. For administrators.',
  })
  @RequiresRole('ADMIN')
  rotatePartnerSecret(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => PartnerAppInput, { description: 'The app.' }) input: PartnerAppInput,
  ): Promise<PartnerAppSecretType> {
    return rotatePartnerSecret(context, { appId: input.appId, idempotencyKey: input.idempotencyKey ?? null });
  }

  @Mutation(() => PartnerAppType, {
    description: 'Let an app in no more, its tokens within a minute. For administrators.',
  })
  @RequiresRole('ADMIN')
  suspendPartnerApp(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => PartnerAppInput, { description: 'The app.' }) input: PartnerAppInput,
  ): Promise<PartnerAppType> {
    const { appId, idempotencyKey = null } = input;
    return setPartnerAppStatus(context, { appId, idempotencyKey }, 'SUSPENDED');
  }

  @Mutation(() => PartnerAppType, { description: 'Let a suspended app in again. For administrators.' })
  @RequiresRole('ADMIN')
  resumePartnerApp(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => PartnerAppInput, { description: 'The app.' }) input: PartnerAppInput,
  ): Promise<PartnerAppType> {
    const { appId, idempotencyKey = null } = input;
    return setPartnerAppStatus(context, { appId, idempotencyKey }, 'ACTIVE');
  }

  @Query(() => PartnerAppStatusEnum, {
    nullable: true,
    description: 'Whether an app is let in; null for one that is not there. Between services only.',
  })
  @Directive('@inaccessible')
  partnerAppStatus(
    @Ctx() context: DirectoryContext,
    @Arg('id', () => ID, { description: 'The app.' }) id: string,
  ): Promise<PartnerAppStatus | null> {
    return partnerAppStatus(context, id);
  }
}
