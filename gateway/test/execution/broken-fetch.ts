/** Subgraphs on bad days: which fetch fails, and how, follows from the world, so that every executor has the same day. */
import { GraphQLError, type ExecutionResult } from 'graphql';
import { unavailable } from '../../src/execution/fault.ts';
import type { SubgraphFetch } from '../../src/sources/subgraph-fetch.ts';
import type { World } from './world.ts';

export type BadDay = 'none' | 'away' | 'malformed' | 'nulls' | 'shapes';

export function onBadDay(fetch: SubgraphFetch, day: BadDay, world: World): SubgraphFetch {
  return async (asked) => {
    const name = `${asked.service} ${asked.operationName ?? ''}`;
    const struck = world.number(`struck ${name}`) % 3 === 0;
    if (day === 'away' && struck) {
      const { message, extensions } = unavailable(asked.service);
      throw new GraphQLError(message, { extensions });
    }
    const answer = await fetch(asked);
    if (day === 'malformed' && struck) return malformed(answer, world.number(`how ${name}`));
    if (day === 'nulls' || day === 'shapes') return bent(answer, asked, { day, world });
    return answer;
  };
}

function malformed(answer: ExecutionResult, number: number): ExecutionResult {
  const entities = answer.data?.['_entities'];
  const kinds: unknown[] = [
    {},
    { data: 'text' },
    { data: null },
    { errors: [{ message: 'a stack trace of the subgraph' }] },
    { data: answer.data, errors: { message: 'not a list' } },
    ...(Array.isArray(entities) ? [{ data: { _entities: [...entities, null] } }, { data: { _entities: 'many' } }] : []),
  ];
  return kinds[number % kinds.length] as ExecutionResult;
}

/** Values that no graphql-js would send, chosen by what they belong to and not by where in the answer it stands. */
function bent(
  answer: ExecutionResult,
  { variables, operationName }: Parameters<SubgraphFetch>[0],
  { day, world }: { day: BadDay; world: World },
): ExecutionResult {
  const { representations } = variables;
  const bend = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => bend(item, `${place}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const here = `${place}.${name}`;
        const number = world.number(`bent ${here}`);
        if (name === '__typename' || number % 40 !== 0) return [name, bend(inner, here)];
        return [name, day === 'nulls' ? null : strange(inner, number)];
      }),
    );
  };
  const entities = answer.data?.['_entities'];
  if (!Array.isArray(entities) || !Array.isArray(representations))
    return {
      ...answer,
      ...(answer.data && { data: bend(answer.data, operationName ?? '') as Record<string, unknown> }),
    };
  const owners = representations.map((representation) => JSON.stringify(representation));
  return {
    ...answer,
    data: { _entities: entities.map((entity, index) => bend(entity, `${operationName}${owners[index]}`)) },
  };
}

function strange(value: unknown, number: number): unknown {
  if (typeof value === 'object') return ['text', 7, true][number % 3];
  return number % 2 === 0 ? { strange: true } : [value];
}
