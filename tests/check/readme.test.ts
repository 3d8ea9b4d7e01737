/** The README's table of settings leaves none out. */
import { readFile } from 'node:fs/promises';
import { platformSettings } from '@huizhen/gateway/settings';
import { subgraphUrlSettings } from '@huizhen/gateway/topology/subgraph-urls';
import { loadSubgraphs } from '@huizhen/gateway/topology/subgraphs';
import { expect, test } from 'vitest';

test('the README names every setting of the platform and its subgraphs', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const specs = [platformSettings, subgraphUrlSettings, ...(await loadSubgraphs()).map(({ settings }) => settings)];
  const names = new Set(specs.flatMap((spec) => Object.keys(spec)));
  expect([...names].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
