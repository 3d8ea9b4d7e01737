/** What counts as breaking a client, on two small supergraphs. */
import { composeServices } from '@apollo/composition';
import { acceptedChanges, breakingChanges } from '@huizhen/gateway/composition/breaking-changes';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])';

function supergraph(patient: string): string {
  const typeDefs = parse(
    `${LINK} type Query { patient(id: ID!): Patient } type Patient @key(fields: "id") { id: ID! ${patient} }`,
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
