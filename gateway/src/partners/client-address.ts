/** Which address a request came from, seen through as many proxies as the platform stands behind. */
import { isIPv6 } from 'node:net';

export interface Arrival {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Each proxy adds whom it saw at the end of X-Forwarded-For; what stands before that, anybody could have written. */
export function clientAddress({ headers, socket }: Arrival, trustedProxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const told = forwarded.split(',').map((part) => part.trim());
  const chain = [...told.filter((part) => part !== ''), socket.remoteAddress ?? ''];
  return network(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? '');
}

/** One subscriber of IPv6 has a whole /64, and would otherwise be 2^64 callers. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0);
  const groups = [...(first ?? []), ...Array.from({ length: missing }, () => '0'), ...(last ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
