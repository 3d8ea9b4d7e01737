/** Queries and mutations, with a token that is fresh, and again where that is safe. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { together } from '../errors/error-of.ts';
import { Unauthenticated, type HuizhenError } from '../errors/huizhen-error.ts';
import { NetworkProblem } from '../errors/network-problem.ts';
import type { TokenSource } from '../session/token.ts';
import { isMutation, payloadOf, type DocumentManifest, type Payload, type Variables } from './payload.ts';
import { persistently } from './persistently.ts';
import { request, type Reply, type RequestOptions, type Wire } from './request.ts';
import { withKey } from './with-key.ts';

export type AskOptions = Omit<RequestOptions, 'token'>;

export interface Answer<Data> {
  /** With null where something is missing. */
  readonly data: Data | null;
  /** What is missing, and why. */
  readonly problems: readonly HuizhenError[];
}

export interface AskerOptions {
  readonly wire: Wire;
  readonly tokens: TokenSource;
  readonly documents: DocumentManifest | undefined;
}

export class Asker {
  private readonly options: AskerOptions;

  constructor(options: AskerOptions) {
    this.options = options;
  }

  async ask<Data>(
    document: TypedDocumentNode<Data, never>,
    variables: Variables,
    options: AskOptions = {},
  ): Promise<Answer<Data>> {
    const { data, problems } = await this.reply(document, variables, options);
    // The schema promises what the document's type says.
    return { data: (data ?? null) as Data | null, problems };
  }

  async whole<Data>(
    document: TypedDocumentNode<Data, never>,
    variables: Variables,
    options?: AskOptions,
  ): Promise<Data> {
    return dataOf(await this.ask(document, variables, options));
  }

  /** Without a token, and only once: for what begins and ends sessions. */
  async unsigned<Data, V extends Variables>(document: TypedDocumentNode<Data, V>, variables: V): Promise<Data> {
    const { data, problems } = await request(this.options.wire, payloadOf(document, variables));
    return dataOf({ data: (data ?? null) as Data | null, problems });
  }

  private reply(document: DocumentNode, variables: Variables, options: AskOptions): Promise<Reply> {
    const {
      documents,
      wire: { machine },
    } = this.options;
    const keyed = withKey(document, variables, machine.uniqueName);
    const payload = payloadOf(document, keyed.variables, documents);
    const send = () => this.signed(payload, options);
    if (isMutation(document) && !keyed.repeatable) return send();
    return persistently(send, { machine, signal: options.signal });
  }

  private async signed(payload: Payload, options: AskOptions): Promise<Reply> {
    const { wire, tokens } = this.options;
    const token = await tokens.token();
    if (token === null) return request(wire, payload, options);
    const reply = await request(wire, payload, { ...options, token: token.text });
    if (reply.data || !reply.problems.some((problem) => problem instanceof Unauthenticated)) return reply;
    // Nothing was done: the token has ended earlier than our clock says, or the keys are others.
    tokens.forget(token.text);
    const fresh = await tokens.token();
    return fresh === null || fresh.text === token.text
      ? reply
      : request(wire, payload, { ...options, token: fresh.text });
  }
}

function dataOf<Data>({ data, problems }: Answer<Data>): Data {
  const error = together(problems, data);
  if (error !== undefined) throw error;
  if (data === null) throw new NetworkProblem('The answer has neither data nor errors. Try again.');
  return data;
}
