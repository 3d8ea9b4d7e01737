/** A partner app at the endpoint: gets a token by its secret, and sends with it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { networkProblem } from '../network-problem.ts';
import { sendOverHttp, type HttpOptions } from '../send-over-http.ts';
import { StepFailed } from '../step-failed.ts';

const tokenAnswer = z.object({ access_token: z.string() });
const refusal = z.object({ error: z.string(), error_description: z.string().default('') });

interface Credentials {
  readonly url: string;
  readonly app: string;
  readonly secretFile: string;
}

export class PartnerClient {
  readonly app: string;
  private readonly credentials: Credentials;
  private readonly http: HttpOptions;
  private token: Promise<string> | undefined;

  constructor(credentials: Credentials) {
    this.app = credentials.app;
    this.credentials = credentials;
    this.http = { url: credentials.url, reached: false, onRetry: () => undefined };
  }

  async send(document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    this.token ??= this.askToken();
    return sendOverHttp(this.http, { document, variables, accessToken: await this.token });
  }

  private async askToken(): Promise<string> {
    const { url, app, secretFile } = this.credentials;
    const secret = (await readFile(secretFile, 'utf8').catch(unreadable(secretFile))).trim();
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: app, client_secret: secret });
    const address = new URL('/oauth/token', url);
    const response = await fetch(address, { method: 'POST', body }).catch((error: unknown) => {
      throw new StepFailed(`The platform at ${address.href} cannot be reached (${networkProblem(error)}).`);
    });
    const answer: unknown = await response.json().catch(() => null);
    const token = tokenAnswer.safeParse(answer);
    if (token.success) return token.data.access_token;
    const { error, error_description } = refusal.safeParse(answer).data ?? {
      error: `HTTP ${response.status}`,
      error_description: '',
    };
    throw new StepFailed(`No token for this app: ${error}. ${error_description}`);
  }
}

export function unreadable(file: string) {
  return (error: unknown): never => {
    throw new StepFailed(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  };
}
