/** Knowing a patient, reading the record, and finding people. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPatient, bundleOf } from './fhir-samples.ts';
import { clinic, openPatients, otherClinic, person, type OpenPatients } from './given.ts';
import { PATIENT, RECORD, SEARCH, identified, importing, numberOf, partner, requester } from './importing.ts';

let huizhen: OpenPatients;
beforeAll(async () => {
  huizhen = await openPatients();
}, 120_000);
afterAll(() => huizhen.close());
const { aNewPatient, imported } = importing(() => huizhen);

describe('knowing a patient', () => {
  test('the managing institution’s requesting doctor sees everything, numbers masked as long as no purpose is stated', async () => {
    const contact = [
      {
        relationship: [{ text: '母亲' }],
        name: { text: '李梅' },
        telecom: [{ system: 'phone', value: '13912345678' }],
      },
    ];
    const elements = {
      ...identified('11010519491231002X'),
      telecom: [{ system: 'phone', value: '+86 139 8765 4321' }],
      contact,
    };
    const { id } = await aNewPatient(requester, elements);
    const { data } = await huizhen.ask(requester, PATIENT, { id });
    expect(data['patient']).toEqual({
      id,
      name: '王芳',
      gender: 'FEMALE',
      birthDate: '1951-02-03',
      identityNumber: '110105********002X',
      phone: '139****4321',
      guardian: { name: '李梅', relation: '母亲', phone: '139****5678' },
      institution: { id: clinic },
      consents: [],
    });
    const asPartner = await huizhen.ask(partner, PATIENT, { id });
    expect(asPartner.data['patient']).toMatchObject({ identityNumber: '110105********002X', phone: '139****4321' });
  });

  test('somebody else’s patient and one who is not there answer the same, word for word', async () => {
    const { id } = await aNewPatient();
    const stranger = person('REQUESTER', { institutionId: otherClinic });
    const theirs = await huizhen.ask(stranger, PATIENT, { id });
    const nobodys = await huizhen.ask(stranger, PATIENT, { id: randomUUID() });
    const noId = await huizhen.ask(stranger, PATIENT, { id: "' OR 1=1" });
    expect(theirs.codes).toEqual(['NOT_FOUND']);
    expect(theirs).toEqual(nobodys);
    expect(noId).toEqual(nobodys);
  });

  test('a reference goes the same way as a query', async () => {
    const { id } = await aNewPatient();
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { name } } }`;
    const of = [{ __typename: 'Patient', id }];
    expect((await huizhen.ask(requester, query, { of })).data).toEqual({ _entities: [{ name: '王芳' }] });
    const stranger = await huizhen.ask(person('REQUESTER', { institutionId: otherClinic }), query, { of });
    expect(stranger).toMatchObject({ data: { _entities: [null] }, codes: ['NOT_FOUND'] });
    expect((await huizhen.ask(null, query, { of })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('fifty references cost as many statements as one', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await aNewPatient()).id));
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { name consents { id } record {
      observations(first: 1) { totalCount nodes { value } } } } } }`;
    const statementsFor = (wanted: string[]) =>
      huizhen.countStatements(async () => {
        const of = wanted.map((id) => ({ __typename: 'Patient', id }));
        expect((await huizhen.ask(requester, query, { of })).errors).toEqual([]);
      });
    await statementsFor(ids);
    expect(await statementsFor(ids)).toBe(await statementsFor(ids.slice(0, 1)));
  });

  test('reads and refusals are in the access log', async () => {
    const { id } = await aNewPatient();
    await huizhen.ask(requester, RECORD, { id });
    await huizhen.ask(person('REQUESTER', { institutionId: otherClinic }), PATIENT, { id });
    const entries = await huizhen.sql(
      'SELECT kind, action FROM audit.entries WHERE patient_ids @> ARRAY[$1::uuid] ORDER BY id',
      [id],
    );
    const told = entries.map(({ kind, action }) => `${String(kind)} ${String(action)}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'WRITE patient.import',
        'READ patient.read',
        'READ record.read-observation',
        'DENIAL patient.read',
      ]),
    );
  });
});

describe('the record', () => {
  test('is paged newest first, counted, and filtered by code and time', async () => {
    const { id } = await aNewPatient();
    const { data } = await huizhen.ask(requester, RECORD, { id });
    const { observations, ...others } = (data['patient'] as { record: Record<string, never> }).record;
    expect(others).toMatchObject({ encounters: { totalCount: 0 }, allergies: [] });
    expect(observations).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        { value: 72, effectiveAt: '2026-03-01T08:00:00.000Z', unit: '次/分', code: { code: '8867-4' } },
        { value: 71 },
      ],
    });
    const { endCursor } = (observations as unknown as { pageInfo: { endCursor: string } }).pageInfo;
    const next = `query($id: ID!, $after: String) { patient(id: $id) { record {
      rest: observations(after: $after) { nodes { value } pageInfo { hasNextPage } }
      none: observations(code: "1-1") { totalCount nodes { value } }
      newest: observations(code: "8867-4", since: "2026-02-15T00:00:00Z") { totalCount nodes { value } } } } }`;
    expect((await huizhen.ask(requester, next, { id, after: endCursor })).data['patient']).toEqual({
      record: {
        rest: { nodes: [{ value: 70 }], pageInfo: { hasNextPage: false } },
        none: { totalCount: 0, nodes: [] },
        newest: { totalCount: 1, nodes: [{ value: 72 }] },
      },
    });
  });

  test('a partner app knows the patient but does not read the record', async () => {
    const { id } = await aNewPatient();
    expect((await huizhen.ask(partner, RECORD, { id })).codes).toEqual(['FORBIDDEN']);
  });

  test('a page larger than 100 and a cursor of another list are told at once', async () => {
    const { id } = await aNewPatient();
    const query = `query($id: ID!) { patient(id: $id) { record { observations(first: 101, after: "x") { totalCount } } } }`;
    const { errors } = await huizhen.ask(requester, query, { id });
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'first' }, { path: 'after' }] } },
    ]);
  });
});

describe('search', () => {
  test.each(['张晓燕', '张', 'zhangxiaoyan', 'Zhang', 'zxy', numberOf(5), '13700001111'])(
    '%s finds 张晓燕, within the institution only',
    async (search) => {
      const telecom = [{ system: 'phone', value: '137 0000 1111' }];
      const person1 = aPatient('5f0e5f6e-0000-4000-8000-000000000001', {
        ...identified(numberOf(5)),
        name: [{ text: '张晓燕' }],
        telecom,
      });
      const { patients } = await imported(requester, bundleOf([person1]));
      const { data } = await huizhen.ask(requester, SEARCH, { search });
      expect(data['patients']).toMatchObject({ totalCount: 1, nodes: [{ id: patients[0]?.id, name: '张晓燕' }] });
      const elsewhere = await huizhen.ask(person('REQUESTER', { institutionId: randomUUID() }), SEARCH, { search });
      expect(elsewhere.data['patients']).toMatchObject({ totalCount: 0, nodes: [] });
    },
  );

  test('a patient’s list holds the patient alone; others have none', async () => {
    const { id } = await aNewPatient();
    const self = person('PATIENT', { patientId: id });
    for (const search of [null, '王芳', 'wf']) {
      expect((await huizhen.ask(self, SEARCH, { search })).data['patients']).toMatchObject({
        totalCount: 1,
        nodes: [{ id }],
      });
    }
    expect((await huizhen.ask(self, SEARCH, { search: '张' })).data['patients']).toMatchObject({ totalCount: 0 });
    expect((await huizhen.ask(person('FINANCE'), SEARCH, {})).codes).toEqual(['FORBIDDEN']);
  });

  test('pages follow on each other without gap or repetition', async () => {
    const institutionId = randomUUID();
    const doctor = person('REQUESTER', { institutionId });
    await imported(doctor, bundleOf(Array.from({ length: 5 }, () => aPatient(randomUUID()))));
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { data } = await huizhen.ask(doctor, SEARCH, { first: 2, after });
      const { nodes, pageInfo } = data['patients'] as { nodes: { id: string }[]; pageInfo: { endCursor: string } };
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });
});
