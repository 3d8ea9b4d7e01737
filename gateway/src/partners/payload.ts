/** What a client sent, as far as trusted documents are concerned: a text, or the id of one. */
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import { z } from 'zod';

export interface Payload {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  /** GraphQL over HTTP, "Persisted Documents": `sha256:` and the digest. */
  readonly documentId?: string | null | undefined;
  /** `persistedQuery` in it is Apollo's protocol for the same. */
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

const payloadShape = z.looseObject({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  documentId: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});
const persisted = z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) });
const idShape = z.string().nullish();

/** Null for what is no request of GraphQL at all; whoever executes it says so. */
export function payloadOf(sent: unknown): Payload | null {
  return payloadShape.safeParse(sent).data ?? null;
}

/** The id that was sent instead of a text; null where there is none. @throws BadUserInput */
export function idSent({ documentId, extensions }: Payload): string | null {
  const byDraft = idShape.safeParse(documentId).data?.replace(/^sha256:/, '');
  const byApollo = persisted.safeParse(extensions).data?.persistedQuery.sha256Hash;
  const ids = [byDraft, byApollo].filter((one) => one !== undefined).map((one) => one.toLowerCase());
  const [id = null, other] = new Set(ids);
  if (other === undefined) return id;
  throw new BadUserInput([{ path: 'documentId', message: 'is another id than persistedQuery has: send one of them' }]);
}

/** The same request with the text, and without the id that stood for it. */
export function withText<P extends Payload>(payload: P, text: string): P {
  const { persistedQuery: _, ...extensions } = payload.extensions ?? {};
  return { ...payload, query: text, documentId: undefined, extensions };
}
