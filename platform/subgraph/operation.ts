/** One operation of one caller: the context that resolvers see, and the transactions behind it. */
import { createHash } from 'node:crypto';
import { print } from 'graphql';
import { z } from 'zod';
import { Denial } from '../access/allow.ts';
import type { AccessTokens } from '../access/access-token.ts';
import { serviceViewer } from '../access/service-viewer.ts';
import type { Viewer } from '../access/viewer.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import { BadUserInput, Conflict, Unauthenticated } from '../errors/expected-errors.ts';
import type { EventLog } from '../events/event-log.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Clock, Ids } from '../time/clock.ts';
import { askPeer } from './ask-peer.ts';
import type { Command, Context, OnceSteps, Question, Unit, UnitTools } from './context.ts';
import { isTransient } from './transient-failure.ts';
import type { SubgraphServices } from './subgraph-services.ts';
import { UnitOfWork, type Actor } from './unit-of-work.ts';

const ATTEMPTS = 4;

const IDEMPOTENCY_KEY = /^[\x20-\x7E]{1,200}$/;

const answered = z.object({ input_hash: z.string(), answer: z.unknown() });

export interface OperationOptions<Store, Settings> {
  readonly services: SubgraphServices;
  readonly settings: Settings;
  readonly storeOf: (tools: UnitTools) => Store;
  readonly actor: Actor;
  readonly token: string;
  readonly signal: AbortSignal;
}

export class Operation<Store extends object, Settings> implements Context<Store, Settings> {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly purpose: string | null;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly accessTokens: AccessTokens | null;
  readonly log: EventLog;
  readonly signal: AbortSignal;
  private readonly options: OperationOptions<Store, Settings>;
  /** It had to ask for the caller when the caller's token was over, as happens to a stream that outlives it. */
  tokenEnded = false;
  private readonly denials = new AuditTrail();
  private reading: Promise<UnitOfWork> | null = null;
  private lastRead: Promise<unknown> = Promise.resolve();
  private ended = false;

  constructor(options: OperationOptions<Store, Settings>) {
    this.options = options;
    this.viewer = options.actor.viewer;
    this.requestId = options.actor.requestId;
    this.purpose = options.actor.purpose;
    this.clock = options.services.clock;
    this.ids = options.services.ids;
    this.settings = options.settings;
    this.logger = options.services.logger;
    this.accessTokens = options.services.accessTokens;
    this.log = options.services.log;
    this.signal = options.signal;
  }

  signedIn(): Viewer {
    if (this.viewer === null) throw new Unauthenticated();
    return this.viewer;
  }

  /**
   * Reads queue up on the operation's one connection, so that loaders may ask at once. Whoever still reads when the operation has
   * ended gets a transaction that ends with the read: graphql answers at the first failure and leaves the other resolvers
   * running, and what they began after the end nobody would finish.
   */
  read<T>(work: (unit: Unit<Store>) => Promise<T>): Promise<T> {
    if (this.ended) return this.transact(work);
    const result = this.lastRead.then(async () => {
      this.reading ??= UnitOfWork.begin(this.options.services, this.options.actor);
      const unitOfWork = await this.reading;
      return this.noting(() => unitOfWork.perform(this.options.storeOf, work));
    });
    this.lastRead = result.catch(() => undefined);
    return result;
  }

  async transact<T>(work: (unit: Unit<Store>) => Promise<T>): Promise<T> {
    const late = this.ended;
    const result = this.noting(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.attempt(work);
        } catch (error) {
          if (attempt === ATTEMPTS || !isTransient(error)) throw error;
        }
      }
    });
    try {
      return await result;
    } finally {
      // No end will come that records its refusal.
      if (late) await this.recordDenials();
    }
  }

  once<T, Answer>(command: Command, steps: OnceSteps<Store, T, Answer>): Promise<T> {
    const { idempotencyKey, ...input } = command.input;
    if (idempotencyKey === null || idempotencyKey === undefined) return this.transact((unit) => steps.act(unit));
    const subject = this.signedIn().subject;
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) throw badKey();
    const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
    const key = [subject, command.name, idempotencyKey];
    return this.transact(async (unit) => {
      const fresh = await unit.sql(
        z.unknown(),
        `INSERT INTO ${this.options.services.name}.answered_commands (subject, command, idempotency_key, input_hash)
         VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1`,
        [...key, hash],
      );
      if (fresh.length === 0) return this.again(unit, steps, key, hash);
      const outcome = await steps.act(unit);
      await unit.sql(
        z.unknown(),
        `UPDATE ${this.options.services.name}.answered_commands SET answer = ?::jsonb
         WHERE subject = ? AND command = ? AND idempotency_key = ?`,
        [JSON.stringify(steps.remember(outcome)), ...key],
      );
      return outcome;
    });
  }

  async ask<Answer>(question: Question<Answer>): Promise<Answer> {
    const { services, token } = this.options;
    if (!question.asService) await this.assertTokenHolds(token);
    return askPeer(services, question, {
      query: typeof question.document === 'string' ? question.document : print(question.document),
      variables: question.variables,
      requestId: this.requestId,
      token: question.asService ? null : token,
      signal: this.signal,
    });
  }

  private async assertTokenHolds(token: string): Promise<void> {
    try {
      await this.options.services.tokens.verify(token);
    } catch (error) {
      this.tokenEnded = true;
      throw error;
    }
  }

  async asService<T>(work: (context: Context<Store, Settings>) => Promise<T>): Promise<T> {
    const viewer = serviceViewer(this.options.services.name);
    const own = new Operation({ ...this.options, actor: { ...this.options.actor, viewer } });
    try {
      const result = await work(own);
      await own.finish();
      return result;
    } catch (error) {
      await own.abandon();
      throw error;
    }
  }

  /** Ends the operation: what was read and denied is recorded and committed, or the answer must not leave. */
  async finish(): Promise<void> {
    this.ended = true;
    await this.lastRead;
    const denials = this.denials.take();
    if (this.reading === null && denials.length === 0) return;
    const unitOfWork = await (this.reading ?? UnitOfWork.begin(this.options.services, this.options.actor));
    this.reading = null;
    unitOfWork.audit.adopt(denials);
    await this.committed(unitOfWork);
  }

  /** Ends the operation without an answer. */
  async abandon(): Promise<void> {
    this.ended = true;
    await this.lastRead;
    const reading = this.reading;
    this.reading = null;
    await (await reading?.catch(() => null))?.rollback().catch(() => undefined);
  }

  private async recordDenials(): Promise<void> {
    const denials = this.denials.take();
    if (denials.length === 0) return;
    const unitOfWork = await UnitOfWork.begin(this.options.services, this.options.actor);
    unitOfWork.audit.adopt(denials);
    await this.committed(unitOfWork);
  }

  private async committed(unitOfWork: UnitOfWork): Promise<void> {
    try {
      await unitOfWork.commit();
    } catch (error) {
      await unitOfWork.rollback().catch(() => undefined);
      throw error;
    }
  }

  private async attempt<T>(work: (unit: Unit<Store>) => Promise<T>): Promise<T> {
    const unitOfWork = await UnitOfWork.begin(this.options.services, this.options.actor);
    try {
      const result = await unitOfWork.perform(this.options.storeOf, work);
      await unitOfWork.commit();
      return result;
    } catch (error) {
      await unitOfWork.rollback().catch(() => undefined);
      throw error;
    }
  }

  private async again<T, Answer>(
    unit: Unit<Store>,
    steps: OnceSteps<Store, T, Answer>,
    key: readonly string[],
    hash: string,
  ): Promise<T> {
    const [row] = await unit.sql(
      answered,
      `SELECT input_hash, answer FROM ${this.options.services.name}.answered_commands
       WHERE subject = ? AND command = ? AND idempotency_key = ?`,
      key,
    );
    if (row?.input_hash !== hash) {
      throw new Conflict('This idempotencyKey was already used with another input. Use a new key for a new command.');
    }
    return steps.again(unit, steps.remembered.parse(row.answer));
  }

  private async noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Denial) this.denials.deny(error.action, [error.subject], error.because);
      throw error;
    }
  }
}

function badKey(): BadUserInput {
  return new BadUserInput([{ path: 'idempotencyKey', message: 'takes 1 to 200 printable ASCII characters' }]);
}
