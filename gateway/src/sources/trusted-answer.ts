/**
 * What of a subgraph's answer may be told to clients: errors with a code of the contract, shortened; of any other only
 * that there was one. A subgraph that fails, or is no longer ours, can put anything into its answer.
 */
import { errorCodes } from '@huizhen/platform/errors/error-code';
import type { SubgraphRequest } from '@huizhen/platform/subgraph/subgraph-peer';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { z } from 'zod';

const MESSAGE_CHARACTERS = 2_000;
const EXTENSIONS_CHARACTERS = 16_000;
const MOST_ERRORS = 1_000;

type Path = readonly (string | number)[] | null;

const contractExtensions = z.looseObject({ code: z.enum(errorCodes).exclude(['INTERNAL']) });

export function withTrustedErrors(answer: ExecutionResult, request: SubgraphRequest): ExecutionResult {
  const { errors } = answer;
  if (!errors || errors.length === 0) return answer;
  return { ...answer, errors: errors.slice(0, MOST_ERRORS).map((error) => trusted(error, request)) };
}

function trusted(error: GraphQLError, request: SubgraphRequest): GraphQLError {
  const path = isAskedFor(error.path, request.query) ? error.path : null;
  const extensions = contractExtensions.safeParse(error.extensions);
  if (!extensions.success) return internal(path, request.requestId);
  const message = error.message.slice(0, MESSAGE_CHARACTERS);
  const isShort = JSON.stringify(extensions.data).length <= EXTENSIONS_CHARACTERS;
  return new GraphQLError(message, { path, extensions: isShort ? extensions.data : { code: extensions.data.code } });
}

function internal(path: Path, requestId: string): GraphQLError {
  const message = `Something went wrong on our side. Tell support the request id ${requestId}.`;
  return new GraphQLError(message, { path, extensions: { code: 'INTERNAL' } });
}

/** Names that were not asked for are no place in the answer. */
function isAskedFor(path: GraphQLError['path'], query: string): path is readonly (string | number)[] {
  return path?.every((step) => typeof step === 'number' || query.includes(step)) ?? false;
}

/** Entities are matched with what was asked by their place, so there must be as many. */
export function hasEveryEntity({ data, errors }: ExecutionResult, { variables }: SubgraphRequest): boolean {
  const asked = variables?.['representations'];
  if (!Array.isArray(asked) || !data) return true;
  const found = data['_entities'] ?? null;
  if (found === null && errors?.length) return true;
  return Array.isArray(found) && found.length === asked.length && found.every(isEntity);
}

function isEntity(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}
