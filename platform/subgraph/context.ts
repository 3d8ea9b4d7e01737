/** What a resolver, an action or a reaction has in its hands: who is acting, and the ways to read, to change and to ask. */
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DocumentNode } from 'graphql';
import type { EventPayload, EventType } from '@huizhen/schema/events';
import type { z } from 'zod';
import type { AccessTokens } from '../access/access-token.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { EventLog } from '../events/event-log.ts';
import type { Clock, Ids } from '../time/clock.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { UnitKeys } from './unit-keys.ts';

export interface EventPublisher {
  /** Written with the transaction; told to everyone after it has committed. */
  publish<T extends EventType>(type: T, payload: EventPayload<T>): void;
}

export interface JobScheduler {
  /** Stored with the transaction. A job with the same key that still waits is replaced by nothing: the first one stays. */
  schedule(job: string, data: Readonly<Record<string, string>>, at: Date, key: string): Promise<void>;
}

/** What is at hand inside one transaction, besides the subgraph's own repositories. */
export interface UnitTools {
  readonly em: SqlEntityManager;
  readonly audit: AuditTrail;
  readonly events: EventPublisher;
  readonly jobs: JobScheduler;
  readonly keys: UnitKeys;
  /** Lets row-level security show these patients' rows for the rest of the transaction; the caller has checked why. */
  share(patientIds: readonly string[]): void;
  sql<Row>(row: z.ZodType<Row>, query: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The database's own time, fixed for the transaction. */
  databaseTime(): Promise<Date>;
}

export type Unit<Store> = Store & UnitTools;

/** A question to another subgraph over its published graph, asked with the caller's own identity. */
export interface Question<Answer> {
  readonly subgraph: string;
  readonly document: DocumentNode | string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
  /** Ask as this service instead of as the caller: for facts that a rule needs and the caller may not see. */
  readonly asService?: boolean;
}

export interface Command {
  readonly name: string;
  readonly input: { readonly idempotencyKey?: string | null | undefined };
}

export interface Context<Store, Settings = unknown> {
  /** Who acts, or null when nobody is signed in. */
  readonly viewer: Viewer | null;
  /** Who acts; throws UNAUTHENTICATED when nobody is signed in. */
  signedIn(): Viewer;
  readonly requestId: string;
  readonly purpose: string | null;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Issues people's access tokens; only the subgraph that signs people in is given it. */
  readonly accessTokens: AccessTokens | null;
  readonly log: EventLog;
  /** Aborted when the caller has gone or the subgraph stops. */
  readonly signal: AbortSignal;
  /** Reads share one transaction for the whole operation; it commits with its access log before the answer leaves. */
  read<T>(work: (unit: Unit<Store>) => Promise<T>): Promise<T>;
  /** One transaction: load, allow, change, record. */
  transact<T>(work: (unit: Unit<Store>) => Promise<T>): Promise<T>;
  /**
   * A transaction that a retry with the same idempotency key and input does not repeat: the retry gets `again(answer)`
   * instead. The same key with another input is a CONFLICT.
   */
  once<T, Answer>(command: Command, steps: OnceSteps<Store, T, Answer>): Promise<T>;
  ask<Answer>(question: Question<Answer>): Promise<Answer>;
  /** Does something in the subgraph's own name, in an operation of its own, such as looking up who is signing in. */
  asService<T>(work: (context: Context<Store, Settings>) => Promise<T>): Promise<T>;
}

export interface OnceSteps<Store, T, Answer> {
  act(unit: Unit<Store>): Promise<T>;
  /** What to remember of the outcome: ids, never texts. */
  remember(outcome: T): Answer;
  remembered: z.ZodType<Answer>;
  again(unit: Unit<Store>, answer: Answer): Promise<T>;
}
