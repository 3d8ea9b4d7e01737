/** Signing in, and who one is. */
import { Authenticated } from '@huizhen/platform/subgraph/declared-access';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IssuedTokens } from '../actions/issue-tokens.ts';
import { refreshSession } from '../actions/refresh-session.ts';
import { signIn } from '../actions/sign-in.ts';
import { signOut } from '../actions/sign-out.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { institutionById, practitionerById } from './directory.loaders.ts';
import { InstitutionType, PractitionerType } from './institution.type.ts';
import { PatientStub } from './patient.stub.ts';
import { SignInInput } from './sign-in.inputs.ts';
import { SessionType, ViewerType } from './viewer.type.ts';

function viewerType(viewer: Viewer): ViewerType {
  const { subject, displayName, roles, institutionId, practitionerId, patientId } = viewer;
  return { id: subject, displayName, roles, institutionId, practitionerId, patientId };
}

function sessionType({ viewer, ...tokens }: IssuedTokens): SessionType {
  return { ...tokens, viewer: viewerType(viewer) };
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who is signed in.' })
  @Authenticated()
  me(@Ctx() context: DirectoryContext): ViewerType {
    return viewerType(context.signedIn());
  }

  @Mutation(() => SessionType, { description: 'Sign in with name, password and, where enrolled, a one-time code.' })
  async signIn(
    @Ctx() context: DirectoryContext,
    @Arg('input', () => SignInInput, { description: 'Who signs in.' }) input: SignInInput,
  ): Promise<SessionType> {
    return sessionType(await signIn(context, input));
  }

  @Mutation(() => SessionType, { description: 'Exchange a refresh token, once, for the next pair of tokens.' })
  async refreshSession(
    @Ctx() context: DirectoryContext,
    @Arg('refreshToken', () => String, { description: 'The newest refresh token of the session.' })
    refreshToken: string,
    @Arg('attempt', () => String, {
      nullable: true,
      description:
        'A random name of your own for this attempt. With the same one you may ask again within 30 seconds when the answer was lost, and get another pair; only the newest is good.',
    })
    attempt: string | null,
  ): Promise<SessionType> {
    return sessionType(await refreshSession(context, { refreshToken, attempt }));
  }

  @Mutation(() => Boolean, { description: 'End the session to which a refresh token belongs.' })
  signOut(
    @Ctx() context: DirectoryContext,
    @Arg('refreshToken', () => String, { description: 'A refresh token of the session.' }) refreshToken: string,
  ): Promise<boolean> {
    return signOut(context, refreshToken);
  }

  @FieldResolver(() => InstitutionType, { nullable: true, description: 'Where they work.' })
  institution(@Root() viewer: ViewerType, @Ctx() context: DirectoryContext) {
    return viewer.institutionId && institutionById(context).load(viewer.institutionId);
  }

  @FieldResolver(() => PractitionerType, { nullable: true, description: 'The clinician that they are.' })
  practitioner(@Root() viewer: ViewerType, @Ctx() context: DirectoryContext) {
    return viewer.practitionerId && practitionerById(context).load(viewer.practitionerId);
  }

  @FieldResolver(() => PatientStub, { nullable: true, description: 'The patient that they are.' })
  patient(@Root() viewer: ViewerType): PatientStub | null {
    return viewer.patientId === null ? null : { id: viewer.patientId };
  }
}
