/** One GraphQL operation over HTTP, sent again while the platform cannot be reached. */
import { setTimeout as pause } from 'node:timers/promises';
import { ClientError, GraphQLClient } from 'graphql-request';
import { networkProblem } from './network-problem.ts';
import { PlatformRefusal } from './platform-refusal.ts';
import { StepFailed } from './step-failed.ts';

export interface Operation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly accessToken?: string | undefined;
}

export interface HttpOptions {
  readonly url: string;
  /** Whether the platform has ever answered: then an unreachable one is most likely restarting. */
  reached: boolean;
  readonly onRetry: (problem: string) => void;
}

const answerWithinMs = 60_000;
const betweenTriesMs = 500;
const firstContactWithinMs = 5_000;
const restartWithinMs = 60_000;

/** Sending again is harmless: every mutation of a run carries an idempotency key. */
export async function sendOverHttp(options: HttpOptions, operation: Operation): Promise<unknown> {
  const deadline = Date.now() + (options.reached ? restartWithinMs : firstContactWithinMs);
  for (let told = false; ; told = true) {
    const problem = await attempt(options.url, operation);
    if ('data' in problem) {
      options.reached = true;
      return problem.data;
    }
    if (Date.now() > deadline) throw unreachable(options.url, problem.unreachable);
    if (!told) options.onRetry(problem.unreachable);
    await pause(betweenTriesMs);
  }
}

async function attempt(url: string, operation: Operation): Promise<{ data: unknown } | { unreachable: string }> {
  const { document, variables, accessToken } = operation;
  try {
    const data = await new GraphQLClient(url).request<unknown>({
      document,
      variables: { ...variables },
      signal: AbortSignal.timeout(answerWithinMs),
      ...(accessToken !== undefined && { requestHeaders: { authorization: `Bearer ${accessToken}` } }),
    });
    return { data };
  } catch (error) {
    if (!(error instanceof ClientError)) return { unreachable: networkProblem(error) };
    const refusal = PlatformRefusal.of(error.response.errors);
    if (refusal !== undefined) throw refusal;
    return { unreachable: `HTTP ${error.response.status}` };
  }
}

function unreachable(url: string, reason: string): StepFailed {
  return new StepFailed(
    `平台不可达 The platform at ${url} cannot be reached (${reason}).\n` +
      '先运行 npm start，或用 --url 指明地址。Start it with npm start, or name its address with --url.',
  );
}
