/** Real FHIR data is read whole, and malformed data is told apart entry by entry without ever throwing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BundleReading } from '../src/fhir/read-bundle.ts';
import { readBundle } from '../src/fhir/read-bundle.ts';
import type { ReadResource } from '../src/fhir/read-resource.ts';
import { outsidePatientKeys, settleOutsidePatients } from '../src/fhir/settle-outside-patients.ts';
import { skipReasons } from '../src/fhir/skip-reasons.ts';
import { aPatient, bundleOf, sampleBundles, sampleResources, samplesMissing } from './fhir-samples.ts';

function contentsOf(reading: BundleReading) {
  if (!reading.ok) throw new Error(reading.faults.map((fault) => `${fault.path} ${fault.message}`).join('; '));
  return reading;
}
const read = (...entries: unknown[]) => contentsOf(readBundle(bundleOf(entries)));
const reasons = (...entries: unknown[]) => read(...entries).skipped.map(({ reason }) => reason);
const first = <Type extends ReadResource['resourceType']>(type: Type, resources: readonly ReadResource[]) => {
  const found = resources.find(
    (one): one is Extract<ReadResource, { resourceType: Type }> => one.resourceType === type,
  );
  if (found === undefined) throw new Error(`no ${type} was read`);
  return found;
};

const patient = aPatient('1');
const observation = (elements: object, id = 'o1') => ({
  fullUrl: `urn:uuid:${id}`,
  resource: {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2345-7', display: 'Glucose' }] },
    subject: { reference: 'urn:uuid:1' },
    ...elements,
  },
});

describe.skipIf(samplesMissing)(
  'real data (skipped: the sample folder shared/data/fhir is not on this machine)',
  () => {
    const decided: string[] = [skipReasons.notKept, skipReasons.provenanceOnly];

    test.each(sampleBundles('synthea-r4'))('%s is read with no unexpected skip', (_name, text) => {
      const { resources, skipped } = contentsOf(readBundle(text));
      expect(skipped.filter(({ reason }) => !decided.includes(reason))).toEqual([]);
      expect(resources.length + skipped.length).toBe(JSON.parse(text).entry.length);
      const people = resources.filter(({ resourceType }) => resourceType === 'Patient');
      expect(people).toHaveLength(resources.length === 0 ? 0 : 1);
    });

    test('the records of all six Synthea patients add up', () => {
      const all = sampleBundles('synthea-r4').flatMap(([, text]) => contentsOf(readBundle(text)).resources);
      const count = (type: string) => all.filter(({ resourceType }) => resourceType === type).length;
      expect(['Patient', 'Encounter', 'Observation', 'Condition', 'MedicationRequest', 'AllergyIntolerance'].map(count))
        // counted by hand in the files
        .toEqual([6, 76, 350, 30, 23, 24]);
      expect(all.every((one) => one.resourceType === 'Patient' || one.effectiveAt instanceof Date)).toBe(true);
      expect(all.flatMap((one) => (one.resourceType === 'Patient' ? (one.identityNumber ?? []) : []))).toEqual([]);
    });

    test('HL7 and TW Core examples: every resource of a kept type is read, alone beside its patient', () => {
      for (const [name, resource] of sampleResources(['hl7-r4-examples', 'twcore-zh-Hant'])) {
        const { resources, skipped } = read({ fullUrl: `http://example.org/${name}`, resource });
        const allowed = [...decided, skipReasons.medicationAlone, skipReasons.noMedication];
        const nameless = name === 'Patient-proband.json' ? ['required element name is missing'] : [];
        const group = skipped.filter(({ reason }) => ![...allowed, ...nameless].includes(reason));
        expect({ name, group }).toEqual({ name, group: [] });
        expect(resources.length + skipped.length).toBe(1);
      }
    });
  },
);

describe('whole texts that are refused', () => {
  test.each([
    ['broken JSON', '{"resourceType":"Bundle"', 'bundle'],
    ['an empty text', '', 'bundle'],
    ['a list', '[]', 'bundle'],
    ['another resource', '{"resourceType":"Patient"}', 'bundle.resourceType'],
    ['a document', '{"resourceType":"Bundle","type":"document"}', 'bundle.type'],
    ['entries that are no list', '{"resourceType":"Bundle","type":"batch","entry":{}}', 'bundle.entry'],
    [
      '10,000-deep nesting',
      `{"resourceType":"Bundle","type":"batch","entry":${'['.repeat(1e4)}${']'.repeat(1e4)}}`,
      'bundle',
    ],
    ['too many entries', bundleOf(Array.from({ length: 5001 }, () => null)), 'bundle.entry'],
    ['too long a text', ' '.repeat(8_000_001), 'bundle'],
  ])('%s', (_what, text, path) => {
    expect(readBundle(text)).toMatchObject({ ok: false, faults: [{ path }] });
  });
});

describe('entries that are skipped with a reason', () => {
  test.each([
    ['null', null, skipReasons.notAnObject],
    ['no resource', { request: { method: 'PUT', url: 'Patient/1' } }, skipReasons.noResource],
    ['a deletion', { request: { method: 'DELETE', url: 'Patient/1' } }, skipReasons.notWritten],
    ['no type', { fullUrl: 'urn:uuid:x', resource: {} }, skipReasons.noResourceType],
    ['an unknown type', { fullUrl: 'urn:uuid:x', resource: { resourceType: 'Spaceship' } }, skipReasons.notKept],
    ['staff', { fullUrl: 'urn:uuid:x', resource: { resourceType: 'Practitioner' } }, skipReasons.provenanceOnly],
    ['nothing to know it by', { resource: { resourceType: 'Patient' } }, skipReasons.noKey],
    ['the same fullUrl', patient, skipReasons.repeats(0)],
    ['no status', observation({ status: undefined }), 'required element status is missing'],
    ['no code', observation({ code: {} }), 'required element code is empty'],
    [
      'an impossible day',
      observation({ effectiveDateTime: '2023-02-30' }),
      'element effectiveDateTime is not a valid FHIR date',
    ],
    [
      'a number as text',
      observation({ valueQuantity: { value: '5' } }),
      'element valueQuantity.value is not of the type that FHIR R4 gives it',
    ],
    ['no patient', observation({ subject: undefined }), skipReasons.noPatientReference],
    ['a contained patient', observation({ subject: { reference: '#p' } }), skipReasons.containedPatient],
    ['a group', observation({ subject: { reference: 'Group/1' } }), skipReasons.notAboutAPatient],
  ])('%s', (_what, entry, reason) => {
    expect(reasons(patient, entry)).toEqual([reason]);
  });

  test('a number too large to hold is refused, not turned into infinity', () => {
    const huge = bundleOf([patient, observation({ valueQuantity: { value: 0 } })]).replace(
      '"value":0',
      '"value":1e999',
    );
    expect(contentsOf(readBundle(huge)).skipped).toMatchObject([{ index: 1, resourceType: 'Observation' }]);
  });

  test('the records of a skipped patient go with the patient', () => {
    const broken = aPatient('1', { birthDate: '1951' });
    expect(reasons(broken, observation({}))).toEqual([
      'element birthDate is not a whole, existing date (YYYY-MM-DD)',
      skipReasons.patientSkipped(0),
    ]);
  });

  test('a record of a patient elsewhere stays only when that patient is known here', () => {
    const contents = read(observation({ subject: { reference: 'urn:uuid:elsewhere' } }));
    expect(outsidePatientKeys(contents)).toEqual(['urn:uuid:elsewhere']);
    expect(settleOutsidePatients(contents, () => true).resources).toHaveLength(1);
    expect(settleOutsidePatients(contents, () => false)).toMatchObject({
      resources: [],
      skipped: [{ index: 0, resourceType: 'Observation', reason: skipReasons.unknownPatient }],
    });
  });

  test('an identity number with a wrong check digit is never kept, and never repeated in the reason', () => {
    const identifier = [{ system: 'urn:oid:2.16.156.10011.1.3', value: '110105194912310021' }];
    expect(reasons(aPatient('1', { identifier }))).toEqual([skipReasons.identityChecksum]);
    expect(skipReasons.identityChecksum).not.toContain('1101');
  });

  test('a type that cannot be a type is not repeated', () => {
    expect(
      read({ fullUrl: 'urn:uuid:x', resource: { resourceType: '张三 13800000000' } }).skipped[0]?.resourceType,
    ).toBeNull();
  });
});

describe('what the records hold', () => {
  test('a Chinese patient with an identity number', () => {
    const { resources } = read(
      aPatient('1', {
        name: [
          { use: 'old', text: '旧名' },
          { use: 'official', family: '欧阳', given: ['明'] },
        ],
        identifier: [
          { type: { coding: [{ code: 'MR' }] }, value: '778' },
          { system: 'http://hospital.example/idcard', value: '11010519491231002x' },
        ],
        telecom: [
          { system: 'phone', value: '1', use: 'old' },
          { system: 'phone', value: '19900000001' },
        ],
        address: [{ state: '某省', city: '某市', line: ['某路1号'] }],
      }),
    );
    expect(first('Patient', resources)).toMatchObject({
      name: '欧阳明',
      identityNumber: '11010519491231002X',
      otherIdentifiers: [{ system: null, type: 'MR', value: '778' }],
      phone: '19900000001',
      address: '某省某市某路1号',
      sourceKey: 'urn:uuid:1',
    });
  });

  test('blood pressure is one text and two values', () => {
    const component = (code: string, value: number) => {
      return { code: { coding: [{ system: 'http://loinc.org', code }] }, valueQuantity: { value, unit: 'mm[Hg]' } };
    };
    const { resources } = read(
      patient,
      observation({ component: [component('8480-6', 151.9773), component('8462-4', 94)] }),
    );
    expect(first('Observation', resources)).toMatchObject({
      text: '152/94 mmHg',
      components: [{ value: 151.9773, unit: 'mm[Hg]' }, { value: 94 }],
    });
  });

  test.each([
    [{ valueQuantity: { value: 6.1, unit: 'mmol/L' } }, { value: 6.1, unit: 'mmol/L', text: null }],
    [{ valueQuantity: { value: 5, comparator: '<', code: 'mg/L' } }, { value: 5, unit: 'mg/L', text: '<5 mg/L' }],
    [{ valueCodeableConcept: { coding: [{ code: 'N', display: '正常' }] } }, { value: null, text: '正常' }],
    [{ valueString: '未见异常' }, { value: null, text: '未见异常' }],
    [{ valueBoolean: false }, { text: 'false' }],
    [{ valueRange: { low: { value: 1 }, high: { value: 2, unit: 'g' } } }, { text: '1–2 g' }],
    [{ dataAbsentReason: { text: '标本溶血' } }, { value: null, text: '标本溶血' }],
  ])('value %j', (value, expected) => {
    expect(first('Observation', read(patient, observation(value)).resources)).toMatchObject(expected);
  });

  test('a medication is named by a concept, a contained Medication or one in the bundle', () => {
    const drug = { resourceType: 'Medication', id: 'm', code: { text: '氨氯地平片' } };
    const statement = (id: string, elements: object) => ({
      fullUrl: `urn:uuid:${id}`,
      resource: {
        resourceType: 'MedicationStatement',
        status: 'active',
        subject: { reference: 'urn:uuid:1' },
        ...elements,
      },
    });
    const { resources } = read(
      patient,
      statement('a', { medicationCodeableConcept: { text: '氨氯地平片' } }),
      statement('b', { contained: [drug], medicationReference: { reference: '#m' } }),
      statement('c', { medicationReference: { reference: 'Medication/m' } }),
      { resource: drug },
    );
    expect(resources.slice(1).map((one) => (one.resourceType === 'Patient' ? null : one.code.code))).toEqual(
      Array.from({ length: 3 }, () => '氨氯地平片'),
    );
  });

  test('references meet by full URL, by type and id, by identifier, and never across servers', () => {
    const on = (server: string, path: string, resource: object) => ({ fullUrl: `${server}/${path}`, resource });
    const about = (reference: object) => observation({ subject: reference }).resource;
    const { resources } = read(
      on('http://a.example/fhir', 'Patient/9', {
        ...patient.resource,
        id: '9',
        identifier: [{ system: 's', value: 'v' }],
      }),
      on('http://a.example/fhir', 'Observation/1/_history/3', about({ reference: 'Patient/9/_history/1' })),
      on('http://a.example/fhir', 'Observation/2', about({ identifier: { system: 's', value: 'v' } })),
      on('http://b.example/fhir', 'Observation/3', about({ reference: 'Patient/9' })),
    );
    const links = resources.flatMap((one) => (one.resourceType === 'Patient' ? [] : [one.patientKey]));
    const [here, there] = ['http://a.example/fhir/Patient/9', 'http://b.example/fhir/Patient/9'];
    expect(links).toEqual([here, here, there]);
  });

  test('an entry that names no server finds the one resource of that type and id, but not one of two', () => {
    const on = (server: string) => ({
      fullUrl: `http://${server}.example/Patient/9`,
      resource: { ...patient.resource, id: '9' },
    });
    const about = observation({ subject: { reference: 'Patient/9' } });
    expect(outsidePatientKeys(read(on('a'), about))).toEqual([]);
    expect(outsidePatientKeys(read(on('a'), on('b'), about))).toEqual(['Patient/9']);
  });

  test('a byte order mark is no fault', () => {
    expect(contentsOf(readBundle(`\uFEFF${bundleOf([patient])}`)).resources).toHaveLength(1);
  });

  test('the same content in another order has the same hash, other content another', () => {
    const hashOf = (elements: object) =>
      first('Observation', read(patient, observation(elements)).resources).contentHash;
    expect(hashOf({ valueString: 'a', issued: '2024-01-01' })).toBe(hashOf({ issued: '2024-01-01', valueString: 'a' }));
    expect(hashOf({ valueString: 'a' })).not.toBe(hashOf({ valueString: 'b' }));
  });

  test('keys and characters that would hurt later are left out', () => {
    const text = bundleOf([patient, observation({ valueString: 'a\0b\ud800' })]).replace(
      '"status"',
      '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"status"',
    );
    const { raw, text: value } = first('Observation', contentsOf(readBundle(text)).resources);
    expect([raw.includes('__proto__'), value, 'polluted' in {}]).toEqual([false, 'ab\ufffd', false]);
  });

  test('a record that its source withdrew says so', () => {
    const [, withdrawn] = read(patient, observation({ status: 'entered-in-error' })).resources;
    expect(withdrawn).toMatchObject({ enteredInError: true });
  });
});

describe('whatever comes, nothing throws', () => {
  const type = fc.constantFrom(
    'Patient',
    'Observation',
    'Encounter',
    'Condition',
    'MedicationRequest',
    'AllergyIntolerance',
  );
  const keys = [
    'name',
    'birthDate',
    'subject',
    'code',
    'status',
    'component',
    'identifier',
    'class',
    'valueQuantity',
    '__proto__',
  ];
  const resource = fc
    .tuple(type, fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()))
    .map(([resourceType, elements]) => ({ ...elements, resourceType, id: 'x' }));
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({ fullUrl: fc.jsonValue(), resource: fc.oneof(resource, fc.jsonValue()) }),
  );

  test('any text and any JSON', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readBundle(text)));
  });

  test('any entries: each is kept or skipped, none is lost', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { resources, skipped } = read(...entries);
        const places = [...resources, ...skipped].map(({ index }) => index).toSorted((left, right) => left - right);
        expect(places).toEqual(entries.map((_, index) => index));
      }),
    );
  });
});
