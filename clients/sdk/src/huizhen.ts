/** A client of the platform: asks, changes, watches and uploads, with a token that is always fresh. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Unauthenticated } from './errors/huizhen-error.ts';
import {
  MeDocument,
  NewestCursorDocument,
  RequestImagingUploadDocument,
  SignInDocument,
  SignOutDocument,
  type SignInInput,
  type SignInMutation,
} from './generated/documents.ts';
import type { Answer, Asker, AskOptions } from './http/asker.ts';
import type { Variables } from './http/payload.ts';
import type { Connection } from './live/connection.ts';
import type { LiveLines } from './live/live-lines.ts';
import type { LiveEvent } from './live/watch.ts';
import type { ServerClock } from './server-clock.ts';
import type { PersonSession } from './session/person-session.ts';
import type { Viewer } from './session/session-state.ts';
import type { FileOutcome } from './uploads/file-outcome.ts';
import { uploadStudies, type StudyUpload, type UploadOptions } from './uploads/upload-studies.ts';

export type SignedIn = Pick<SignInMutation['signIn'], 'viewer' | 'stepsToDo'>;

/** Variables may be left out where none is needed. */
type Rest<V, Options> =
  Record<string, never> extends V ? [variables?: V, options?: Options] : [variables: V, options?: Options];

export interface Parts {
  readonly asker: Asker;
  readonly lines: LiveLines;
  /** Null for partner apps, and where somebody else fetches the tokens. */
  readonly person: PersonSession | null;
  readonly clock: ServerClock;
  readonly uploads: Omit<UploadOptions, 'ticket'>;
}

export class Huizhen {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** How the live line stands. */
  get connection(): Pick<Connection, 'state' | 'subscribe' | 'standing' | 'follow'> {
    return this.parts.lines.connection;
  }

  /** Who is signed in here, and why nobody is; told anew when that changes, and not when a token is renewed. */
  get session(): Pick<PersonSession, 'state' | 'subscribe'> {
    return this.ownSession();
  }

  /** What time it is for the platform, by which deadlines count. */
  get clock(): Pick<ServerClock, 'now'> {
    return this.parts.clock;
  }

  /** @throws Unauthenticated, whose `oneTimeCodeNeeded` says that only the second factor is missing */
  async signIn(input: SignInInput): Promise<SignedIn> {
    const person = this.ownSession();
    const { signIn } = await this.parts.asker.unsigned(SignInDocument, { input });
    await this.parts.lines.end(new Unauthenticated(fault('Somebody else has signed in here.')));
    await person.begin(signIn);
    return { viewer: signIn.viewer, stepsToDo: signIn.stepsToDo };
  }

  /** Whose session is kept from before, as it was told last and without asking the platform: for the first that a page shows. */
  async kept(): Promise<Viewer | null> {
    const person = this.ownSession();
    await person.reload();
    return person.state.viewer;
  }

  /** Whose session is kept from before; null when there is none, or it has ended. */
  async resume(): Promise<Viewer | null> {
    const person = this.ownSession();
    await person.reload();
    try {
      if ((await person.token()) === null) return null;
      const { me } = await this.query(MeDocument);
      person.isOf(me);
      return me;
    } catch (error) {
      if (error instanceof Unauthenticated) return null;
      throw error;
    }
  }

  /** Here at once, even when the platform cannot be told. */
  async signOut(): Promise<void> {
    const refreshToken = await this.ownSession().end('left');
    if (refreshToken !== undefined) await this.parts.asker.unsigned(SignOutDocument, { refreshToken });
  }

  /** The data, if all of it could be had. @throws HuizhenError with what could, NetworkProblem */
  query<Data, V extends Variables>(document: TypedDocumentNode<Data, V>, ...rest: Rest<V, AskOptions>): Promise<Data> {
    const [variables = {}, options] = rest;
    return this.parts.asker.whole(document, variables, options);
  }

  /** What could be had, and what is missing. @throws NetworkProblem */
  ask<Data, V extends Variables>(
    document: TypedDocumentNode<Data, V>,
    ...rest: Rest<V, AskOptions>
  ): Promise<Answer<Data>> {
    const [variables = {}, options] = rest;
    return this.parts.asker.ask(document, variables, options);
  }

  /** Each input gets an idempotency key if it has none, so that a broken line is no reason to do it twice. */
  mutate<Data, V extends Variables>(document: TypedDocumentNode<Data, V>, ...rest: Rest<V, AskOptions>): Promise<Data> {
    const [variables = {}, options] = rest;
    return this.parts.asker.whole(document, variables, options);
  }

  /**
   * Every event once and in order, over lost lines and ended tokens. It begins at the call.
   * @throws CursorExpired from the iteration: read anew, and watch from there
   */
  watch<Data, V extends Variables>(
    document: TypedDocumentNode<Data, V>,
    ...rest: Rest<V, { readonly signal?: AbortSignal }>
  ): AsyncIterableIterator<LiveEvent<Data>> {
    const [variables = {}, options] = rest;
    return this.parts.lines.watch<Data>(document, variables, options?.signal);
  }

  /** The newest place of the platform's log: read, then watch with `after` this, and nothing falls between. */
  async cursor(options: { readonly signal?: AbortSignal } = {}): Promise<string> {
    for await (const { cursor } of this.watch(NewestCursorDocument, {}, options)) return cursor;
    throw new Error('The platform ended the stream without telling its place.');
  }

  /** One outcome per file, in their order. */
  uploadStudies(upload: StudyUpload): Promise<FileOutcome[]> {
    const { patientId, consultationId, signal } = upload;
    const input = { patientId, ...(consultationId !== undefined && { consultationId }) };
    const ticket = async () =>
      (await this.mutate(RequestImagingUploadDocument, { input }, { signal })).requestImagingUpload;
    return uploadStudies(upload, { ...this.parts.uploads, ticket });
  }

  /** Ends every watch, and renews nothing unasked; the session stays. */
  async close(): Promise<void> {
    await this.parts.lines.end(null);
    this.parts.lines.connection.close();
    this.parts.person?.close();
  }

  private ownSession(): PersonSession {
    if (this.parts.person !== null) return this.parts.person;
    throw new TypeError('This client signs in with `app` or `accessToken`; people sign in with a client without them.');
  }
}

function fault(message: string) {
  return { message, path: [], extensions: {}, requestId: null };
}
