/** Accounts: given by administrators, secured by their owners, looked up by the gateway. */
import { Authenticated, RequiresRole } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { changePassword } from '../actions/change-password.ts';
import { confirmOneTimeCode } from '../actions/confirm-one-time-code.ts';
import { createAccount } from '../actions/create-account.ts';
import { enrolOneTimeCode } from '../actions/enrol-one-time-code.ts';
import { linkIdentity } from '../actions/link-identity.ts';
import { identityViewer } from '../queries/identity-viewer.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import {
  ChangePasswordInput,
  ConfirmOneTimeCodeInput,
  CreateAccountInput,
  EnrolOneTimeCodeInput,
  LinkIdentityInput,
} from './account.inputs.ts';
import { AccountType, CreatedAccountType, IdentityViewerType, OneTimeCodeEnrolmentType } from './account.type.ts';

@Resolver(() => AccountType)
export class AccountResolver {
  @Mutation(() => CreatedAccountType, { description: 'Create an account. For administrators.' })
  @RequiresRole('ADMIN')
  createAccount(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => CreateAccountInput, { description: 'The new account.' }) input: CreateAccountInput,
  ): Promise<CreatedAccountType> {
    const {
      institutionId = null,
      practitionerId = null,
      patientId = null,
      oidcIdentity = null,
      idempotencyKey = null,
    } = input;
    const { username, displayName, roles } = input;
    const refersTo = { institutionId, practitionerId, patientId, oidcIdentity };
    return createAccount(context, { username, displayName, roles, ...refersTo, idempotencyKey });
  }

  @Mutation(() => AccountType, {
    description: 'Let an identity of the OIDC issuer into an account. For administrators.',
  })
  @RequiresRole('ADMIN')
  linkIdentity(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => LinkIdentityInput, { description: 'Which identity, and whose.' }) input: LinkIdentityInput,
  ): Promise<AccountType> {
    const { accountId, issuer, subject, idempotencyKey = null } = input;
    return linkIdentity(context, { accountId, issuer, subject, idempotencyKey });
  }

  @Mutation(() => OneTimeCodeEnrolmentType, {
    description: 'Set up an authenticator for one’s own account; then confirm it.',
  })
  @Authenticated()
  enrolOneTimeCode(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => EnrolOneTimeCodeInput, { nullable: true, description: 'For replacing an authenticator.' })
    input: EnrolOneTimeCodeInput | null,
  ): Promise<OneTimeCodeEnrolmentType> {
    return enrolOneTimeCode(context, input?.currentCode ?? null);
  }

  @Mutation(() => Boolean, {
    description: 'Prove a new authenticator; all sessions end, so sign in again with a code.',
  })
  @Authenticated()
  confirmOneTimeCode(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => ConfirmOneTimeCodeInput, { description: 'The proof.' }) input: ConfirmOneTimeCodeInput,
  ): Promise<boolean> {
    return confirmOneTimeCode(context, input.oneTimeCode);
  }

  @Mutation(() => Boolean, { description: 'Choose one’s own password; all sessions end, so sign in again with it.' })
  @Authenticated()
  changePassword(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => ChangePasswordInput, { description: 'The old one and the new one.' })
    input: ChangePasswordInput,
  ): Promise<boolean> {
    return changePassword(context, input);
  }

  @Query(() => IdentityViewerType, {
    nullable: true,
    description: 'The account behind an identity of the OIDC issuer, or null. Between services only.',
  })
  @Directive('@inaccessible')
  identityViewer(
    @Ctx() context: DirectoryContext,
    @Arg('issuer', () => String, { description: 'The claim iss.' }) issuer: string,
    @Arg('subject', () => String, { description: 'The claim sub.' }) subject: string,
  ): Promise<IdentityViewerType | null> {
    return identityViewer(context, { issuer, subject });
  }
}
