/** A partner app's access tokens, by client credentials (RFC 6749, section 4.4). */
import { Internal, RateLimited, Unauthenticated, type HuizhenError } from '../errors/huizhen-error.ts';
import { NetworkProblem, unreachable } from '../errors/network-problem.ts';
import { numberIn, parsed, textIn, type Json } from '../json.ts';
import type { Machine } from '../machine.ts';
import { tokenFrom, type Token, type TokenSource } from './token.ts';

export interface AppCredentials {
  readonly clientId: string;
  /** A secret of servers: never in a page. */
  readonly clientSecret: string;
  /** Less than the app was given; all of it without. */
  readonly scopes?: readonly string[];
}

export interface AppSessionOptions extends AppCredentials {
  readonly tokenUrl: string;
  readonly fetch: typeof fetch;
  readonly machine: Machine;
}

export class AppSession implements TokenSource {
  private readonly options: AppSessionOptions;
  private kept: Token | null = null;
  private renewal: Promise<Token> | undefined;

  constructor(options: AppSessionOptions) {
    this.options = options;
  }

  async token(): Promise<Token> {
    if (this.kept !== null && this.options.machine.now() < this.kept.renewAt) return this.kept;
    this.renewal ??= this.ask().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  forget(text: string): void {
    if (this.kept?.text === text) this.kept = null;
  }

  private async ask(): Promise<Token> {
    const { tokenUrl, fetch, machine } = this.options;
    const response = await fetch(tokenUrl, { method: 'POST', body: this.form() }).catch((error: unknown) => {
      throw unreachable(tokenUrl, error);
    });
    const answer = parsed(await response.text());
    if (answer === undefined) throw new NetworkProblem(`${tokenUrl} answered HTTP ${response.status}. Try again.`);
    const text = textIn(answer, 'access_token');
    if (text === undefined) throw refusal(answer, response);
    const seconds = numberIn(answer, 'expires_in') ?? 600;
    return (this.kept = tokenFrom(text, machine.now(), seconds * 1_000));
  }

  private form(): URLSearchParams {
    const { clientId, clientSecret, scopes } = this.options;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    if (scopes !== undefined) form.set('scope', scopes.join(' '));
    return form;
  }
}

/** RFC 6749, section 5.2, in this package's words. */
function refusal(answer: Json, response: Response): HuizhenError {
  const message = textIn(answer, 'error_description') ?? textIn(answer, 'detail') ?? `HTTP ${response.status}`;
  const retryAfterSeconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const extensions = { ...answer, ...(Number.isFinite(retryAfterSeconds) && { retryAfterSeconds }) };
  const fault = { message, path: [], extensions, requestId: response.headers.get('x-request-id') };
  if (response.status === 429) return new RateLimited(fault);
  return response.status >= 500 ? new Internal(fault) : new Unauthenticated(fault);
}
