/** How long subgraphs and whole operations may take. */
import { defineSettings } from '@huizhen/platform/config/settings';
import { z } from 'zod';
import { subgraphNames } from '../topology/subgraphs.ts';

const milliseconds = z.coerce.number('must be a number').int().min(50).max(600_000);

export interface SubgraphDeadlines {
  readonly usualMs: number;
  readonly byName: ReadonlyMap<string, number>;
}

const subgraphDeadlines = z.string().transform((text, context): SubgraphDeadlines => {
  const byName = new Map<string, number>();
  for (const part of text.split(',')) {
    const [, name = '', digits] = /^(?:([a-z]+)=)?(\d+)$/.exec(part.trim()) ?? [];
    const time = milliseconds.safeParse(digits);
    if (time.success && (name === '' || isSubgraph(name))) byName.set(name, time.data);
    else
      context.addIssue({
        code: 'custom',
        message: `"${part.trim()}" is neither milliseconds nor subgraph=milliseconds`,
      });
  }
  const usualMs = byName.get('') ?? USUAL_MS;
  return { usualMs, byName };
});

const USUAL_MS = 1_500;
const names: readonly string[] = subgraphNames;

function isSubgraph(name: string): boolean {
  return names.includes(name);
}

export const sourceSettings = defineSettings({
  SUBGRAPH_DEADLINES_MS: {
    schema: subgraphDeadlines.prefault(String(USUAL_MS)),
    about: 'How long one answer of a subgraph to a query may take, and where one may take another time.',
    example: `${USUAL_MS},imaging=3000`,
  },
  QUERY_DEADLINE_MS: {
    schema: milliseconds.default(1_800),
    about:
      'How long a whole query may take; what is missing then is left out, and the client has its answer within 2 s.',
    example: '1800',
  },
  MUTATION_DEADLINE_MS: {
    schema: milliseconds.default(10_000),
    about: 'How long a mutation may take.',
    example: '10000',
  },
  IMPORT_DEADLINE_MS: {
    schema: milliseconds.default(60_000),
    about: 'How long importFhirBundle may take.',
    example: '60000',
  },
});
