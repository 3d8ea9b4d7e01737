/** One signed-in person at the public endpoint: asks, with a token that is always fresh. */
import type { z } from 'zod';
import { PlatformRefusal } from './platform-refusal.ts';
import { sendOverHttp, type HttpOptions } from './send-over-http.ts';
import { Session, type Account, type OpenSession } from './session.ts';
import { StepFailed } from './step-failed.ts';

export interface Question<Answer> {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
}

export class PlatformClient {
  readonly username: string;
  private readonly http: HttpOptions;
  private readonly sessions: Session;

  constructor(account: Account, http: HttpOptions, now: () => Date) {
    this.username = account.username;
    this.http = http;
    this.sessions = new Session(account, (document, variables) => sendOverHttp(http, { document, variables }), now);
  }

  session(): Promise<OpenSession> {
    return this.sessions.current();
  }

  async ask<Answer>(question: Question<Answer>): Promise<Answer> {
    const data = await this.send(question).catch((error: unknown) => {
      if (!(error instanceof PlatformRefusal) || error.code !== 'UNAUTHENTICATED') throw error;
      this.sessions.forget();
      return this.send(question);
    });
    const read = question.answer.safeParse(data);
    if (read.success) return read.data;
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new StepFailed(`回答不符合约定 The answer is not what the contract says: ${faults.join('; ')}`);
  }

  private async send({ document, variables = {} }: Question<unknown>): Promise<unknown> {
    const { accessToken } = await this.session();
    return sendOverHttp(this.http, { document, variables, accessToken });
  }
}
