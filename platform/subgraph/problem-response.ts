/** An error of an HTTP route as a problem document (RFC 9457). */
import { ExpectedError } from '../errors/platform-error.ts';
import { statusOfCode } from '../http/status-of-code.ts';
import type { Logger } from '../telemetry/logger.ts';

export function problemResponse(error: unknown, logger: Logger, requestId: string): Response {
  if (error instanceof ExpectedError) {
    return problem(statusOfCode[error.code], { ...error.extensions, code: error.code, detail: error.message });
  }
  const stack = error instanceof Error ? error.stack : undefined;
  logger.error({ err: { stack }, requestId }, 'a route failed unexpectedly');
  return problem(500, {
    code: 'INTERNAL',
    detail: `Something went wrong on our side. Tell support the request id ${requestId}.`,
  });
}

function problem(status: number, body: Record<string, unknown>): Response {
  return Response.json({ status, ...body }, { status, headers: { 'content-type': 'application/problem+json' } });
}
