/** How deadlines are set. */
import { sourceSettings } from '@huizhen/gateway/sources/source-settings';
import { InvalidSettings, parseSettings } from '@huizhen/platform/config/settings';
import { expect, test } from 'vitest';

test('subgraphs have the usual time unless one is named', () => {
  const usual = parseSettings(sourceSettings, {}).SUBGRAPH_DEADLINES_MS;
  expect([usual.usualMs, usual.byName.get('imaging')]).toEqual([1_500, undefined]);
  const named = parseSettings(sourceSettings, { SUBGRAPH_DEADLINES_MS: ' 2000, imaging=3000 ' }).SUBGRAPH_DEADLINES_MS;
  expect([named.usualMs, named.byName.get('imaging')]).toEqual([2_000, 3_000]);
  const alone = parseSettings(sourceSettings, { SUBGRAPH_DEADLINES_MS: 'imaging=3000' }).SUBGRAPH_DEADLINES_MS;
  expect([alone.usualMs, alone.byName.get('imaging')]).toEqual([1_500, 3_000]);
});

test.each(['soon', 'imaging', 'radiology=3000', '3', '1500;imaging=3000'])(
  '"%s" is refused with what was meant',
  (text) => {
    const refused = () => parseSettings(sourceSettings, { SUBGRAPH_DEADLINES_MS: text });
    expect(refused).toThrow(InvalidSettings);
    expect(refused).toThrow(`"${text}" is neither milliseconds nor subgraph=milliseconds`);
  },
);
