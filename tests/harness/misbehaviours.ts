/** The ways in which a subgraph can fail its gateway, each with something in it that no client and no log may see. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Asked, Behaviour } from './hostile-subgraph.ts';

/** A made-up patient, and a trace of the inside. */
export const secrets = ['万俟霜降', 'at Object.<anonymous>', '/srv/billing/secret.js', '<html', 'javascript:'] as const;
const SECRET = `<html><body>Error: patient 万俟霜降\n  at Object.<anonymous> (/srv/billing/secret.js:1:1)</body></html>`;

export const misbehaviours: Readonly<Record<string, Behaviour>> = {
  hangs: () => undefined,
  'resets the connection': (response) => void response.socket?.resetAndDestroy(),
  'drips a byte a second': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const letters = [...`{"data":{"x":"${SECRET}"}}`];
    const dripping = setInterval(() => void response.write(letters.shift() ?? ' '), 1_000);
    response.on('close', () => clearInterval(dripping));
  },
  'answers half of a JSON': (response) =>
    json(response, `{"data":{"_entities":[{"invoice":{"because":["${SECRET.slice(0, 30)}`),
  'breaks off in the middle': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write(`{"data":{"_entities":[{"x":"${SECRET}`, () => response.destroy());
  },
  'answers 500 with HTML': (response) => void response.writeHead(500, { 'content-type': 'text/html' }).end(SECRET),
  'answers 200 with HTML': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(SECRET),
  'answers 50 MB': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":{"x":"');
    const chunk = '霜'.repeat(349_525);
    let sent = 0;
    const more = () => {
      while (sent < 50 && !response.destroyed) {
        sent += 1;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end('"}}');
    };
    more();
  },
  'compresses its answer unasked': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync(`{"data":{"x":"${SECRET}"}}`));
  },
  'sends us elsewhere': (response) =>
    void response
      .writeHead(302, { location: 'http://169.254.169.254/latest', 'content-type': 'text/html' })
      .end(SECRET),
  'answers with an array for data': (response) => json(response, `{"data":["${encoded(SECRET)}"]}`),
  'answers with a string': (response) => json(response, JSON.stringify(SECRET)),
  'answers with fewer entities than were asked for': (response) => json(response, '{"data":{"_entities":[]}}'),
  'answers with strings for entities': (response, asked) => json(response, entities(asked, SECRET)),
};

/** What comes back as GraphQL, and is not told: its own codes, and places that nobody asked for. */
export function sendErrors(errors: readonly unknown[]): Behaviour {
  return (response) => json(response, JSON.stringify({ data: null, errors }));
}

export const foreignError = {
  message: SECRET,
  path: ['_entities', SECRET],
  extensions: { code: 'ECONNBROKEN', stacktrace: [SECRET], serviceName: SECRET },
};

export function wrongType(value: unknown): Behaviour {
  return (response, asked) => json(response, entities(asked, { __typename: 'Consultation', invoice: value }));
}

function entities({ variables }: Asked, entity: unknown): string {
  const asked = variables['representations'];
  const count = Array.isArray(asked) ? asked.length : 0;
  return JSON.stringify({ data: { _entities: Array.from({ length: count }, () => entity) } });
}

function json(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

function encoded(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
