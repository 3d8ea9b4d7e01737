/** A GraphQL request over HTTP before the gate: its payload lies in the body, or in the address. */
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import type { Admitted, PartnerGate } from './partner-gate.ts';
import { payloadOf, type Payload } from './payload.ts';
import type { Asker } from './rate-limits.ts';

export interface HttpCall {
  readonly method: string;
  readonly search: string;
  readonly body: unknown;
}

export interface AdmittedCall extends Omit<Admitted<Payload>, 'payload'> {
  readonly call: HttpCall;
}

const NOTHING: Payload = {};

export async function admitRequest(gate: PartnerGate, asker: Asker, call: HttpCall): Promise<AdmittedCall> {
  const sent = payloadOf(call.method === 'GET' ? inAddress(call.search) : call.body);
  const { payload, ...admitted } = await gate.admit(asker, sent ?? NOTHING);
  // What is no request at all is refused by whoever executes it; an app that must name a document does not get so far.
  if (payload === sent || payload === NOTHING) return { call, ...admitted };
  const changed = call.method === 'GET' ? { search: addressWith(call.search, payload) } : { body: payload };
  return { call: { ...call, ...changed }, ...admitted };
}

function inAddress(search: string): unknown {
  const { extensions, ...parameters } = Object.fromEntries(new URLSearchParams(search));
  if (extensions === undefined) return parameters;
  try {
    return { ...parameters, extensions: JSON.parse(extensions) as unknown };
  } catch {
    throw new BadUserInput([{ path: 'extensions', message: 'is not JSON' }]);
  }
}

function addressWith(search: string, { query, extensions }: Payload): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('documentId');
  parameters.delete('extensions');
  parameters.set('query', query ?? '');
  if (extensions) parameters.set('extensions', JSON.stringify(extensions));
  return `?${parameters.toString()}`;
}
