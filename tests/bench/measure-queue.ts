/** Fifty requests of the queue with four federated fields, over the platform's real subgraphs and PostgreSQL. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { platformSettings } from '@huizhen/gateway/settings';
import { startProcesses } from '@huizhen/gateway/topology/processes';
import { filledEnvironment } from './bench-ground.ts';
import { handwritten, ours, plain, rivals, startRival, type Rival } from './gateways.ts';
import { InProcessPlatform } from './in-process-platform.ts';
import type { Measured } from './measured.ts';
import { comparison, CONNECTIONS, coordinatorToken, inTurns, type Contestant } from './in-turns.ts';
import { oneQuestion, questionsOfTheirOwn } from './queue-query.ts';
import { refuseDifferentAnswers } from './refuse-different-answers.ts';

const yardsticks = { ratio: overHttp(plain.name), 'of hand-written': handwritten.name };

export async function measureQueue(): Promise<readonly Measured[]> {
  const ground = new Ground();
  try {
    return await measureOn(ground);
  } finally {
    await ground.clear();
  }
}

/** What was started, so that it also ends when something fails. */
class Ground {
  private readonly ends: (() => Promise<unknown>)[] = [];

  onClear(end: () => Promise<unknown>): void {
    this.ends.push(end);
  }

  async clear(): Promise<void> {
    for (const end of this.ends.splice(0).toReversed()) await end();
  }
}

async function measureOn(ground: Ground): Promise<readonly Measured[]> {
  const alone = await inOneProcess(ground);
  const { distributed, start } = await inProcesses(ground);
  const byHand = await start(handwritten, handwritten.name);
  const contestants = [alone, distributed];
  for (const rival of await rivals()) contestants.push(await start(rival, overHttp(rival.name)));
  contestants.push(byHand);
  const [shared, own] = [oneQuestion(CONNECTIONS), questionsOfTheirOwn(CONNECTIONS)];
  await refuseDifferentAnswers(distributed, byHand, [...shared.slice(0, 1), ...own]);
  return [
    {
      title: `Queue of 50 with four federated fields, real subgraphs, ${CONNECTIONS} connections`,
      how: `The platform as it runs: every subgraph on PostgreSQL with its policies, row-level security, decryption and access log. All connections ask the same as the same person, which our gateway and Hive Gateway answer once for those who wait at the same time. ${ABOUT_HAND}`,
      rows: comparison(await inTurns(contestants, shared), yardsticks),
    },
    {
      title: `Queues of 35 to 50, each of ${CONNECTIONS} connections asking its own question`,
      how: `As above, but no two questions that are asked at the same time are equal, so that nobody can share an answer; fetches within them that come out equal (the institution, the expert's name) still can be. ${ABOUT_HAND}`,
      rows: comparison(await inTurns(contestants, own), yardsticks),
    },
  ];
}

const ABOUT_HAND =
  'The hand-written endpoint is one process that sends the same SQL in the same transactions, decrypts the same names and writes the same JSON, with no GraphQL and no sharing. CPU is that of all processes but PostgreSQL and the one that asks.';

function overHttp(name: string): string {
  return `${name}, over HTTP`;
}

async function inOneProcess(ground: Ground): Promise<Contestant> {
  const { environment, clear } = await filledEnvironment();
  ground.onClear(clear);
  const platform = await InProcessPlatform.start(environment);
  ground.onClear(() => platform.stop());
  return { name: `${ours.name}, in process`, url: platform.url, token: await coordinatorToken(platform.url) };
}

/** Our gateway before the subgraphs, and how another is started before the same. */
async function inProcesses(ground: Ground) {
  const { environment, clear } = await filledEnvironment();
  ground.onClear(clear);
  const settings = parseSettings(platformSettings, environment);
  const platform = await startProcesses(settings, { ...process.env, ...environment });
  ground.onClear(() => platform.stop());
  const url = `http://127.0.0.1:${platform.port}/graphql`;
  const token = await coordinatorToken(url);
  return {
    distributed: { name: overHttp(ours.name), url, token },
    async start(rival: Rival, name: string): Promise<Contestant> {
      const running = await startRival(rival, platform.subgraphUrls ?? new Map(), environment);
      ground.onClear(() => running.stop());
      return { name, url: running.url, token };
    },
  };
}
