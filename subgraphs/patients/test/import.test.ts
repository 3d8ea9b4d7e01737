/** Importing FHIR bundles: what comes in, what is recognised, what is refused. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPatient, bundleOf, sampleBundles, samplesMissing } from './fhir-samples.ts';
import { openPatients, otherClinic, person, type OpenPatients } from './given.ts';
import { IMPORT, SEARCH, identified, numberOf, observation, partner, requester, importing } from './importing.ts';

let huizhen: OpenPatients;
beforeAll(async () => {
  huizhen = await openPatients();
}, 120_000);
afterAll(() => huizhen.close());
const { aNewPatient, imported } = importing(() => huizhen);

describe('import', () => {
  test('a bundle brings its patient and records, and a second time nothing changes', async () => {
    const { entries, result, id } = await aNewPatient();
    expect(result).toMatchObject({ created: 4, updated: 0, unchanged: 0, skipped: [], patients: [{ name: '王芳' }] });
    const again = await imported(requester, bundleOf(entries));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 4, patients: [{ id }] });
  });

  test('what changed at the source is updated, and only that', async () => {
    const { entries, key, id } = await aNewPatient();
    const [, first, ...rest] = entries;
    const changed = { ...first, resource: { ...first?.resource, valueQuantity: { value: 99, unit: '次/分' } } };
    const result = await imported(requester, bundleOf([aPatient(key, { name: [{ text: '王方' }] }), changed, ...rest]));
    expect(result).toMatchObject({ created: 0, updated: 2, unchanged: 2, patients: [{ id, name: '王方' }] });
    const { data } = await huizhen.ask(requester, SEARCH, { search: '王方' });
    expect(data['patients']).toMatchObject({ totalCount: 1, nodes: [{ id }] });
  });

  test('one person under two source keys is found by the identity number, also by records that come later', async () => {
    const { id } = await aNewPatient(requester, identified(numberOf(1)));
    const otherKey = randomUUID();
    const second = await imported(requester, bundleOf([aPatient(otherKey, identified(numberOf(1)))]));
    expect(second.patients).toMatchObject([{ id }]);
    const later = await imported(
      requester,
      bundleOf([observation(otherKey, { at: '2026-04-01T00:00:00Z', value: 60 })]),
    );
    expect(later).toMatchObject({ created: 1, patients: [{ id }], skipped: [] });
  });

  test('a record of a patient who is neither in the bundle nor known is skipped with the reason', async () => {
    const result = await imported(
      requester,
      bundleOf([observation(randomUUID(), { at: '2026-04-01T00:00:00Z', value: 60 })]),
    );
    expect(result).toMatchObject({ created: 0, patients: [], skipped: [{ index: 0, resourceType: 'Observation' }] });
  });

  test('a key that is one patient’s with an identity number that is another’s is refused, with its records', async () => {
    await aNewPatient(requester, identified(numberOf(2)));
    const { key, entries } = await aNewPatient();
    const [, ...records] = entries;
    const result = await imported(requester, bundleOf([aPatient(key, identified(numberOf(2))), ...records]));
    expect(result).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(result.skipped.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  test('eight imports of one bundle at once make one patient and no record twice', async () => {
    const key = randomUUID();
    const bundle = bundleOf([
      aPatient(key, identified(numberOf(3))),
      observation(key, { at: '2026-01-01T00:00:00Z', value: 70 }),
    ]);
    const results = await Promise.all(Array.from({ length: 8 }, () => imported(requester, bundle)));
    expect(new Set(results.map(({ patients }) => patients[0]?.id)).size).toBe(1);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(2);
  });

  test('eight imports at once of one person under eight keys make one patient', async () => {
    const number = identified(numberOf(4));
    const results = await Promise.all(
      Array.from({ length: 8 }, () => imported(requester, bundleOf([aPatient(randomUUID(), number)]))),
    );
    expect(new Set(results.map(({ patients }) => patients[0]?.id)).size).toBe(1);
  });

  test('two institutions may each have the same person, and know nothing of each other’s', async () => {
    const { key, id } = await aNewPatient();
    const there = person('REQUESTER', { institutionId: otherClinic });
    const result = await imported(there, bundleOf([aPatient(key)]));
    expect(result).toMatchObject({ created: 1 });
    expect(result.patients[0]?.id).not.toBe(id);
  });

  test('the same idempotencyKey answers the same; with another bundle it is a CONFLICT', async () => {
    const bundle = bundleOf([aPatient(randomUUID())]);
    const idempotencyKey = randomUUID();
    const first = await imported(partner, bundle, idempotencyKey);
    expect(await imported(partner, bundle, idempotencyKey)).toEqual(first);
    const other = { bundle: bundleOf([aPatient(randomUUID())]), idempotencyKey };
    expect((await huizhen.ask(partner, IMPORT, { input: other })).codes).toEqual(['CONFLICT']);
  });

  test.each(['{', '[]', '{"resourceType":"Patient"}', '{"resourceType":"Bundle","type":"history"}'])(
    'what is no usable Bundle is refused at path bundle: %s',
    async (bundle) => {
      const { errors } = await huizhen.ask(requester, IMPORT, { input: { bundle } });
      expect(errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: expect.stringMatching(/^bundle/) }] } },
      ]);
    },
  );

  test.each(['EXPERT', 'COORDINATOR', 'PATIENT', 'PHARMACIST', 'FINANCE', 'AUDITOR', 'ADMIN'] as const)(
    '%s may not import',
    async (role) => {
      const { codes } = await huizhen.ask(person(role), IMPORT, { input: { bundle: bundleOf([]) } });
      expect(codes).toEqual(['FORBIDDEN']);
    },
  );
});

test.skipIf(samplesMissing)(
  'real samples come in whole, quickly and only once (needs HUIZHEN_SAMPLE_DATA)',
  async () => {
    for (const [, text] of sampleBundles('synthea-r4')) {
      const startedAt = performance.now();
      const { created, updated, unchanged } = await imported(partner, text);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      const again = await imported(partner, text);
      expect(again).toMatchObject({ created: 0, updated: 0, unchanged: created + updated + unchanged });
    }
  },
);

test('one person under two keys in one bundle is one patient, with the records of both', async () => {
  const number = identified(numberOf(7));
  const [one, two] = [randomUUID(), randomUUID()];
  const both = [aPatient(one, number), aPatient(two, number)];
  const rates = [one, two].map((key) => observation(key, { at: '2026-01-01T00:00:00Z', value: 70 }));
  const result = await imported(requester, bundleOf([...both, ...rates]));
  expect(result).toMatchObject({
    created: 3,
    patients: [{ name: '王芳' }],
    skipped: [{ index: 1, resourceType: 'Patient' }],
  });
});
