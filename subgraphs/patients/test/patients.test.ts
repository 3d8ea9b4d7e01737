/** Patients on a real PostgreSQL: import, search, record, consent, and who gets to see what. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { residentIdentityNumber } from '../src/demo/resident-identity-number.ts';
import { aPatient, bundleOf, sampleBundles, samplesMissing } from './fhir-samples.ts';
import { clinic, openPatients, otherClinic, person, service, type OpenPatients } from './given.ts';

/** Valid numbers of people who do not exist: of one place and day, one after the other. */
function numberOf(order: number): string {
  return residentIdentityNumber({ regionCode: '110105', birthDate: '1990-03-07', order, gender: 'female' });
}

const IMPORT = `mutation($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) {
  created updated unchanged skipped { index resourceType reason } patients { id name } } }`;
const PATIENT = `query($id: ID!) { patient(id: $id) { id name gender birthDate identityNumber phone guardian { name relation phone }
  institution { id } consents { id purpose } } }`;
const RECORD = `query($id: ID!) { patient(id: $id) { record {
  encounters { totalCount nodes { code { code } text } } conditions { totalCount } medications { totalCount } allergies { text }
  observations(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id effectiveAt value unit text code { code } } } } } }`;
const CONSENT = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id purpose signedAt validUntil withdrawnAt } }`;
const SEARCH = `query($search: String, $first: Int, $after: String) { patients(search: $search, first: $first, after: $after) {
  totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }`;

interface Imported {
  created: number;
  updated: number;
  unchanged: number;
  skipped: { index: number; resourceType: string | null; reason: string }[];
  patients: { id: string; name: string }[];
}

let huizhen: OpenPatients;
const requester = person('REQUESTER');
const partner = person('PARTNER');

beforeAll(async () => {
  huizhen = await openPatients();
}, 120_000);
afterAll(() => huizhen.close());

async function imported(viewer: Viewer, bundle: string, idempotencyKey?: string): Promise<Imported> {
  const { data, errors } = await huizhen.ask(viewer, IMPORT, {
    input: { bundle, ...(idempotencyKey && { idempotencyKey }) },
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data['importFhirBundle'] as Imported;
}

function identified(number: string) {
  return {
    identifier: [{ type: { coding: [{ code: 'NNCHN' }] }, system: 'urn:oid:2.16.156.10011.1.3', value: number }],
  };
}

function observation(patient: string, { at, value, id = randomUUID() }: { at: string; value: number; id?: string }) {
  const resource = {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: '心率' }] },
    subject: { reference: `urn:uuid:${patient}` },
    effectiveDateTime: at,
    valueQuantity: { value, unit: '次/分' },
  };
  return { fullUrl: `urn:uuid:${id}`, resource };
}

/** A patient with three heart rates. */
async function aNewPatient(viewer = requester, elements: object = {}) {
  const key = randomUUID();
  const days = ['2026-01-01T08:00:00Z', '2026-02-01T08:00:00Z', '2026-03-01T08:00:00Z'];
  const entries = [aPatient(key, elements), ...days.map((at, n) => observation(key, { at, value: 70 + n }))];
  const result = await imported(viewer, bundleOf(entries));
  return { id: result.patients[0]?.id ?? '', key, entries, result };
}

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

describe.skipIf(samplesMissing)('import of real samples (skipped where the sample data are missing)', () => {
  test.each(sampleBundles('synthea-r4').map(([name]) => name))(
    '%s comes in whole, quickly, and only once',
    async (name) => {
      const text = sampleBundles('synthea-r4').find(([file]) => file === name)?.[1] ?? '';
      const startedAt = performance.now();
      const first = await imported(partner, text);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      const again = await imported(partner, text);
      expect(again).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: first.created + first.unchanged + first.updated,
      });
    },
  );
});

describe('knowing a patient', () => {
  test('the managing institution’s requesting doctor sees everything, with the whole identity number', async () => {
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
      identityNumber: '11010519491231002X',
      phone: '+86 139 8765 4321',
      guardian: { name: '李梅', relation: '母亲', phone: '13912345678' },
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
    const statementsFor = async (wanted: string[]) => {
      huizhen.statements.length = 0;
      const { errors } = await huizhen.ask(requester, query, {
        of: wanted.map((id) => ({ __typename: 'Patient', id })),
      });
      expect(errors).toEqual([]);
      return huizhen.statements.length;
    };
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

describe('consent', () => {
  const inForce = `query($patientId: ID!) { consentInForce(patientId: $patientId, purpose: REMOTE_CONSULTATION) }`;

  test('is recorded by the requesting doctor or the patient, withdrawn once, and told as events', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '王芳' };
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: false });
    const { data } = await huizhen.ask(person('PATIENT', { patientId }), CONSENT, { input });
    const { id } = data['recordConsent'] as { id: string };
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: true });
    expect((await huizhen.ask(service('consultations'), inForce, { patientId })).data).toEqual({
      consentInForce: true,
    });
    const withdraw = `mutation($id: ID!) { withdrawConsent(consentId: $id) { withdrawnAt } }`;
    const first = await huizhen.ask(requester, withdraw, { id });
    expect(await huizhen.ask(requester, withdraw, { id })).toEqual(first);
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: false });
    const events = await huizhen.sql(`SELECT type FROM events.log WHERE payload->>'consentId' = $1 ORDER BY id`, [id]);
    expect(events.map(({ type }) => type)).toEqual(['patient.consent-recorded', 'patient.consent-withdrawn']);
  });

  test('the same idempotencyKey records one', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'TEACHING', signedBy: '王芳', idempotencyKey: randomUUID() };
    const first = await huizhen.ask(requester, CONSENT, { input });
    expect(await huizhen.ask(requester, CONSENT, { input })).toEqual(first);
    expect((await huizhen.ask(requester, PATIENT, { id: patientId })).data['patient']).toMatchObject({
      consents: [{ purpose: 'TEACHING' }],
    });
  });

  test('an end in the past and a missing name come back together', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'RECORDING', signedBy: ' ', validUntil: '2020-01-01T00:00:00Z' };
    const { errors } = await huizhen.ask(requester, CONSENT, { input });
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'signedBy' }, { path: 'validUntil' }] } },
    ]);
  });

  test('nobody consents for another institution’s patient, and a partner app for none', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'RESEARCH', signedBy: '王芳' };
    expect((await huizhen.ask(person('REQUESTER', { institutionId: otherClinic }), CONSENT, { input })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await huizhen.ask(person('PATIENT', { patientId: randomUUID() }), CONSENT, { input })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await huizhen.ask(partner, CONSENT, { input })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('insurance', () => {
  const COVERAGE = `query($id: ID!) { coverage(patientId: $id) { scheme active rateBasisPoints capPerVisitFen grassrootsInstitution } }`;

  test('is told to services, with the tier of the managing institution; unknown insurance is null', async () => {
    const { id } = await aNewPatient();
    expect((await huizhen.ask(service('billing'), COVERAGE, { id })).data).toEqual({ coverage: null });
    const institution = `INSERT INTO directory.institutions (id, code, name, level, region_code, credit_code)
      VALUES ($1, 'TC01', '镇卫生院', 'TOWNSHIP_CLINIC', '640422', '91350100M000100Y43')`;
    await huizhen.sql(institution, [clinic]);
    await huizhen.sql(`INSERT INTO patients.coverages VALUES ($1, $2, 'RESIDENT', true, 7000, 20000, 0, 300000)`, [
      id,
      clinic,
    ]);
    expect((await huizhen.ask(service('billing'), COVERAGE, { id })).data).toEqual({
      coverage: {
        scheme: 'RESIDENT',
        active: true,
        rateBasisPoints: 7000,
        capPerVisitFen: 20_000,
        grassrootsInstitution: true,
      },
    });
  });

  test('is not told to people, not even of their own', async () => {
    const { id } = await aNewPatient();
    for (const viewer of [requester, person('FINANCE'), person('PATIENT', { patientId: id })]) {
      expect((await huizhen.ask(viewer, COVERAGE, { id })).codes).toEqual(['FORBIDDEN']);
    }
  });
});

test('services learn where a patient belongs; people only of those whom they may know', async () => {
  const { id } = await aNewPatient();
  const query = `query($id: ID!) { institutionOfPatient(patientId: $id) }`;
  expect((await huizhen.ask(service('billing'), query, { id })).data).toEqual({ institutionOfPatient: clinic });
  expect((await huizhen.ask(requester, query, { id })).data).toEqual({ institutionOfPatient: clinic });
  expect((await huizhen.ask(person('PHARMACIST'), query, { id })).data).toEqual({ institutionOfPatient: null });
});

describe('beneath the policies', () => {
  const tables = ['patients', 'patient_sources', 'patient_name_tokens', 'resources', 'consents', 'coverages'];

  test.each(tables)('%s shows nothing to a role that set nothing, or another institution', async (table) => {
    await huizhen.loadDemo(new Date('2026-11-20T08:00:00Z'));
    const count = `SELECT count(*)::int AS rows FROM patients.${table}`;
    const nothing = [{ rows: 0 }];
    expect(await huizhen.asApp({}, count)).toEqual(nothing);
    const elsewhere = { 'huizhen.institution': randomUUID(), 'huizhen.roles': 'REQUESTER' };
    expect(await huizhen.asApp(elsewhere, count)).toEqual(nothing);
    expect(await huizhen.asApp({ 'huizhen.institution': clinic, 'huizhen.roles': 'FINANCE' }, count)).toEqual(nothing);
    expect(
      await huizhen.asApp({ 'huizhen.institution': '', 'huizhen.patient': '', 'huizhen.shared_patients': '' }, count),
    ).toEqual(nothing);
  });

  test('every table of the schema that holds patients is under forced row-level security', async () => {
    const open = await huizhen.sql(
      `SELECT relname FROM pg_class WHERE relnamespace = 'patients'::regnamespace AND relkind = 'r'
       AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname`,
    );
    expect(open.map(({ relname }) => relname)).toEqual(['answered_commands', 'data_keys']);
  });

  test('a row cannot be written into another institution', async () => {
    const steal = `UPDATE patients.patients SET institution_id = '${otherClinic}'`;
    await aNewPatient();
    const ours = { 'huizhen.institution': clinic, 'huizhen.roles': 'REQUESTER' };
    await expect(huizhen.asApp(ours, steal)).rejects.toThrow(/row-level security/);
  });

  test('a name that was moved to another patient’s row does not open', async () => {
    const [one, two] = [await aNewPatient(), await aNewPatient()];
    await huizhen.sql(
      'UPDATE patients.patients SET name = (SELECT name FROM patients.patients WHERE id = $1) WHERE id = $2',
      [one.id, two.id],
    );
    const { codes, errors } = await huizhen.ask(requester, PATIENT, { id: two.id });
    expect(codes).toEqual(['INTERNAL']);
    expect(JSON.stringify(errors)).not.toContain('王芳');
  });

  test('no name, number or finding lies in the tables as plain text', async () => {
    await aNewPatient(requester, identified(numberOf(6)));
    for (const table of tables) {
      const rows = await huizhen.sql(`SELECT t::text AS row FROM patients.${table} t`);
      for (const { row } of rows) expect(String(row)).not.toMatch(/王芳|11010519900307|8867-4|次\/分/);
    }
  });
});

test('demo patients come in by the same import, and a second time leaves them as they are', async () => {
  const now = new Date('2026-11-20T08:00:00Z');
  await huizhen.loadDemo(now);
  await huizhen.loadDemo(now);
  const [counts] = await huizhen.sql(
    `SELECT (SELECT count(*)::int FROM patients.coverages WHERE institution_id <> $1) AS coverages,
       (SELECT count(DISTINCT patient_id)::int FROM patients.consents c WHERE purpose = 'REMOTE_CONSULTATION'
          AND EXISTS (SELECT FROM patients.coverages o WHERE o.patient_id = c.patient_id)) AS consenting`,
    [clinic],
  );
  expect(counts).toEqual({ coverages: 30, consenting: 29 });
});

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
