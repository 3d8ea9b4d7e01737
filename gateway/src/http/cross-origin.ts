/** Cross-origin rules: pages of our own origin and of the allowed list, nobody else. */
import { cors } from 'hono/cors';

export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (!origin) return true;
  return allowed.includes(origin) || (host !== undefined && hostOf(origin) === host);
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

export function crossOrigin(allowed: readonly string[]) {
  return cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowHeaders: [
      'authorization',
      'content-type',
      'x-request-id',
      'x-purpose',
      'apollo-require-preflight',
      'apollographql-client-name',
      'x-client-name',
      'traceparent',
      'tracestate',
    ],
    exposeHeaders: ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'deprecation', 'sunset'],
    allowMethods: ['GET', 'POST', 'OPTIONS'],
    maxAge: 600,
  });
}
