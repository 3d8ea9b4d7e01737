/** What counts as breaking a client, and what the changelog tells, on small supergraphs. */
import { composeServices } from '@apollo/composition';
import { acceptedChanges, breakingChanges } from '@huizhen/gateway/composition/breaking-changes';
import { changelogWith, releasedChangelog } from '@huizhen/gateway/composition/changelog';
import { graphChanges } from '@huizhen/gateway/composition/graph-changes';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])';

function supergraph(patient: string, onPatient = '', onQuery = '@authenticated'): string {
  const typeDefs = parse(
    `${LINK} type Query { patient(id: ID!): Patient ${onQuery} } type Patient @key(fields: "id") ${onPatient} { id: ID! ${patient} }`,
  );
  const { supergraphSdl, errors } = composeServices([{ name: 'patients', url: 'http://patients/graphql', typeDefs }]);
  if (errors) throw new Error(errors.join('\n'));
  return supergraphSdl;
}

describe('the check for breaking changes', () => {
  test('lets a schema grow', () => {
    expect(breakingChanges(supergraph('name: String!'), supergraph('name: String! age: Int'))).toEqual([]);
  });

  test('names what clients would miss, in the words that the list of accepted changes takes', () => {
    const [change, ...more] = breakingChanges(supergraph('name: String! fax: String'), supergraph('name: String!'));
    expect(more).toEqual([]);
    expect(change).toBe('Patient.fax was removed.');
    expect(acceptedChanges(`- \`${change}\` Nobody used it.\n`)).toEqual(new Set([change]));
  });
});

describe('access that is tightened breaks clients', () => {
  const scope = (...alternatives: string[][]) => `@requiresScopes(scopes: ${JSON.stringify(alternatives)})`;

  test.each([
    ['name: String', `name: String ${scope(['patients:read'])}`, 'Patient.name now needs scope patients:read.'],
    ['name: String', 'name: String @authenticated', 'Patient.name now needs sign-in.'],
    ['name: String', 'name: String @policy(policies: [["role:ADMIN"]])', 'Patient.name now needs role ADMIN.'],
    [
      `name: String ${scope(['a:read'], ['b:read'])}`,
      `name: String ${scope(['a:read'])}`,
      'Patient.name now needs scope a:read.',
    ],
    [
      `name: String ${scope(['a:read'])}`,
      `name: String ${scope(['a:read', 'b:read'])}`,
      'Patient.name now needs scope a:read and scope b:read.',
    ],
  ])('from %s to %s', (before, after, change) => {
    expect(breakingChanges(supergraph(before), supergraph(after))).toEqual([change]);
    expect(breakingChanges(supergraph(after), supergraph(before))).toEqual([]);
    expect(graphChanges(supergraph(after), supergraph(before)).added).toEqual([
      expect.stringContaining('Patient.name no longer needs'),
    ]);
  });

  test('a type that asks more is named once', () => {
    const tightened = supergraph('name: String', scope(['patients:read']));
    expect(breakingChanges(supergraph('name: String'), tightened)).toEqual(['Patient now needs scope patients:read.']);
  });

  test('what a type asks already, its field may ask again', () => {
    const onType = supergraph('name: String', scope(['patients:read']));
    const onBoth = supergraph(`name: String ${scope(['patients:read'])}`, scope(['patients:read']));
    expect(breakingChanges(onType, onBoth)).toEqual([]);
  });

  test('the first graph that declares anything breaks nobody: its subgraphs asked for it before', () => {
    const silent = supergraph('name: String', '', '');
    expect(breakingChanges(silent, supergraph('name: String'))).toEqual([]);
  });
});

describe('the changelog of the graph', () => {
  const first = supergraph('name: String');
  const second = supergraph('name: String @deprecated(reason: "Use fullName.") fullName: String');

  test('tells what is not released, and keeps the releases', () => {
    const empty = changelogWith(graphChanges(first, first), null);
    expect(empty).toContain('## Unreleased\n\nNothing.');
    const unreleased = changelogWith(graphChanges(first, second), releasedChangelog(empty, '1.0.0', '2026-11-20'));
    expect(unreleased).toContain('### Deprecated\n\n- Patient.name is deprecated: Use fullName.');
    expect(unreleased).toContain('### New\n\n- Patient.fullName was added.');
    const released = releasedChangelog(unreleased, '1.1.0', '2026-12-01');
    const headings = released.match(/^## .*$/gm);
    expect(headings).toEqual(['## Unreleased', '## 1.1.0 (2026-12-01)', '## 1.0.0 (2026-11-20)']);
  });

  test('written again, it is the same', () => {
    const once = changelogWith(
      graphChanges(first, second),
      releasedChangelog(changelogWith(graphChanges(first, first), null), '1.0.0', '2026-11-20'),
    );
    expect(changelogWith(graphChanges(first, second), once)).toBe(once);
    const released = releasedChangelog(once, '1.1.0', '2026-12-01');
    expect(changelogWith(graphChanges(second, second), released)).toBe(released);
  });
});
