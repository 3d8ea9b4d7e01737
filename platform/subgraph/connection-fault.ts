/** What an error of the HTTP client says about the subgraph. Its own words are not kept: they may hold what was sent. */
import { z } from 'zod';
import type { Fault } from './subgraph-fault.ts';

const clientError = z.object({ name: z.string(), code: z.string().optional(), syscall: z.string().optional() });

const BEFORE_ANYTHING_WAS_SENT = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);
const CONNECTING = new Set(['connect', 'getaddrinfo']);

export function connectionFault(error: unknown): Fault {
  const { name, code = '', syscall = '' } = clientError.safeParse(error).data ?? { name: '' };
  if (BEFORE_ANYTHING_WAS_SENT.has(code) || CONNECTING.has(syscall)) return 'connect';
  if (name === 'AbortError' || name === 'TimeoutError') return 'deadline';
  return code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' ? 'size' : 'lost';
}
