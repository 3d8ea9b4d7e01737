/** Notes on the running operation what is known once its document was read, and how it ended. */
import { currentTrail } from '@huizhen/platform/telemetry/request-trail';
import { plainName } from '@huizhen/platform/telemetry/plain-name';
import { errorCodes } from '@huizhen/platform/errors/error-code';
import { getOperationAST } from 'graphql';
import { z } from 'zod';
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { CheckedOperation } from '../federation/graph-version.ts';
import { currentWatch } from './operation-watch.ts';

const withCode = z.object({ extensions: z.object({ code: z.enum(errorCodes) }) });

/** @returns the operation's name as it may be told. */
export function noteOperation(call: CheckedOperation & { readonly context: GatewayContext }): string {
  const watch = currentWatch();
  const operation = getOperationAST(call.document, call.operationName);
  const name = plainName(operation?.name?.value);
  if (!watch || !operation) return name ?? 'unnamed';
  watch.name = name;
  watch.kind = operation.operation;
  watch.subject = call.context.viewer?.subject ?? null;
  const trail = currentTrail();
  if (trail && name !== null) trail.about.operation = name;
  return name ?? 'unnamed';
}

/** Errors as the client sees them, or before they are masked: what has no code of the contract will be INTERNAL. */
export function noteErrors(errors: readonly unknown[] | undefined): void {
  const watch = currentWatch();
  if (!watch || !errors || errors.length === 0) return;
  watch.failure ??= codeOf(errors[0]);
}

function codeOf(error: unknown): string {
  const coded = withCode.safeParse(error);
  return coded.success ? coded.data.extensions.code : 'INTERNAL';
}
