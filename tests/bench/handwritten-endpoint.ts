/**
 * The other yardstick: what somebody would write who needs this one answer and nothing else. One process on node:http; the
 * same access token, the same SQL on the same roles with the same access log, the same decryption, the same JSON; no GraphQL,
 * no subgraphs, and no sharing of answers.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { LocalKeyProvider } from '@huizhen/platform/crypto/local-key-provider';
import { PatientKeyring } from '@huizhen/platform/crypto/patient-keyring';
import { TransactionPool } from '@huizhen/platform/database/transaction-pool';
import { listen } from '@huizhen/platform/http/listen';
import { readCapped } from '@huizhen/platform/http/read-capped';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { runAsProcess } from '@huizhen/gateway/topology/run-as-process';
import { z } from 'zod';
import { queueAnswer, rowsIn } from './handwritten-answer.ts';
import { insideOf } from './inside-of.ts';
import { dataKeysIn } from './handwritten-keys.ts';
import { LARGEST, SIZES } from './queue-query.ts';
import { recordQueue } from './record-queue.ts';
import { replay } from './replay-transactions.ts';

const BODY_CAP_BYTES = 100_000;
/** As many for each role as a subgraph has. */
const CONNECTIONS = 12;

/** What clients send to the other contestants; of it only the size of the list is of interest here. */
const question = z.object({ variables: z.object({ first: z.number() }).optional() });

await runAsProcess(async () => {
  const inside = await insideOf(process.env);
  const tokens = createAccessTokens({ issuer: 'huizhen', ...inside.keys.accessTokenKeys });
  const logger = createLogger({ name: 'bench', level: 'error' });
  const recordings = await recordQueue(inside, SIZES);
  const schemas = new Set([...recordings.values()].flat().map(({ schema }) => schema));
  const pools = new Map(
    [...schemas].map((name) => [
      name,
      new TransactionPool({ name, url: inside.appUrl(name), connections: CONNECTIONS, logger }),
    ]),
  );
  const poolOf = (schema: string) => {
    const pool = pools.get(schema);
    if (!pool) throw new Error(`Nothing of ${schema} was recorded.`);
    return pool;
  };
  const keyring = new PatientKeyring(new LocalKeyProvider(inside.keys.keyEncryptionKeys), { schema: 'patients' });
  const dataKeys = dataKeysIn(poolOf('patients'));
  const questions = new Map(
    [...recordings].map(([size, transactions]) => [size, { transactions, rowsOf: rowsIn(transactions) }]),
  );

  async function answerTo(request: IncomingMessage): Promise<string> {
    await tokens.verify(request.headers.authorization?.replace('Bearer ', '') ?? '');
    const { variables } = question.parse(JSON.parse(await readCapped(request, BODY_CAP_BYTES)));
    const first = variables?.first ?? LARGEST;
    const asked = questions.get(first);
    if (!asked) throw new Error(`No list of ${first} was recorded.`);
    const rows = asked.rowsOf(await replay(asked.transactions, poolOf));
    const keys = await keyring.keysFor(
      rows.patients.map(({ id }) => id),
      dataKeys,
    );
    return queueAnswer(rows, keys, first);
  }

  const server = createServer((request, response) => {
    answerTo(request).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const { port, close } = await listen(server, { host: '127.0.0.1', port: 0 });
  return {
    port,
    commands: {},
    async stop() {
      await close();
      for (const pool of pools.values()) await pool.close();
    },
  };
});
