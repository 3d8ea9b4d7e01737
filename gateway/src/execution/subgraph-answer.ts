/** One question to a subgraph and its answer, read with suspicion: what is not shaped as GraphQL says is no answer at all. */
import type { Fetch, SubgraphFetch } from '../sources/subgraph-fetch.ts';
import { faultOf, unavailable, type Fault } from './fault.ts';
import { isObject, type JsonObject, type Path } from './json.ts';

export interface SubgraphError extends Fault {
  readonly path: Path | undefined;
}

/** Without data, the errors say why. */
export interface SubgraphAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly SubgraphError[];
}

/** Never throws: a subgraph that does not answer is a fault of the fetch. */
export async function ask(fetch: SubgraphFetch, question: Fetch): Promise<SubgraphAnswer | { readonly fault: Fault }> {
  try {
    return readAnswer(await fetch(question)) ?? { fault: unavailable(question.service) };
  } catch (error) {
    return { fault: faultOf(error, question.service) };
  }
}

function readAnswer(answer: unknown): SubgraphAnswer | null {
  if (!isObject(answer)) return null;
  const errors = readErrors(answer['errors'] ?? []);
  const data = answer['data'] ?? null;
  if (!errors || !(data === null || isObject(data))) return null;
  return data === null && errors.length === 0 ? null : { data, errors };
}

function readErrors(errors: unknown): SubgraphError[] | null {
  if (!Array.isArray(errors)) return null;
  const read = errors.map(readError);
  return read.every((error) => error !== null) ? read : null;
}

function readError(error: unknown): SubgraphError | null {
  if (!isObject(error) || typeof error['message'] !== 'string') return null;
  const { message, path, extensions } = error;
  return { message, path: isPath(path) ? path : undefined, extensions: isObject(extensions) ? extensions : {} };
}

function isPath(path: unknown): path is Path {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
}
