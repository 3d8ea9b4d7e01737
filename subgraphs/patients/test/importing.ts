/** What most tests begin with: bundles, and patients who came in with one. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { residentIdentityNumber } from '../src/demo/resident-identity-number.ts';
import { aPatient, bundleOf } from './fhir-samples.ts';
import { person, type OpenPatients } from './given.ts';

export const requester = person('REQUESTER');
export const partner = person('PARTNER');

export const IMPORT = `mutation($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) {
  created updated unchanged skipped { index resourceType reason } patients { id name } } }`;
export const PATIENT = `query($id: ID!) { patient(id: $id) { id name gender birthDate identityNumber phone guardian { name relation phone }
  institution { id } consents { id purpose } } }`;
export const RECORD = `query($id: ID!) { patient(id: $id) { record {
  encounters { totalCount nodes { code { code } text } } conditions { totalCount } medications { totalCount } allergies { text }
  observations(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id effectiveAt value unit text code { code } } } } } }`;
export const CONSENT = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id purpose signedAt validUntil withdrawnAt } }`;
export const SEARCH = `query($search: String, $first: Int, $after: String) { patients(search: $search, first: $first, after: $after) {  totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }`;

interface Imported {
  created: number;
  updated: number;
  unchanged: number;
  skipped: { index: number; resourceType: string | null; reason: string }[];
  patients: { id: string; name: string }[];
}

/** Valid numbers of people who do not exist: of one place and day, one after the other. */
export function numberOf(order: number): string {
  return residentIdentityNumber({ regionCode: '110105', birthDate: '1990-03-07', order, gender: 'female' });
}

export function identified(number: string) {
  return {
    identifier: [{ type: { coding: [{ code: 'NNCHN' }] }, system: 'urn:oid:2.16.156.10011.1.3', value: number }],
  };
}

export function observation(
  patient: string,
  { at, value, id = randomUUID() }: { at: string; value: number; id?: string },
) {
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

/** Ways to bring patients into the subgraph that a test has opened. */
export function importing(opened: () => OpenPatients) {
  async function imported(viewer: Viewer, bundle: string, idempotencyKey?: string): Promise<Imported> {
    const { data, errors } = await opened().ask(viewer, IMPORT, {
      input: { bundle, ...(idempotencyKey && { idempotencyKey }) },
    });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data['importFhirBundle'] as Imported;
  }

  /** A patient with three heart rates. */
  async function aNewPatient(viewer = requester, elements: object = {}) {
    const key = randomUUID();
    const days = ['2026-01-01T08:00:00Z', '2026-02-01T08:00:00Z', '2026-03-01T08:00:00Z'];
    const entries = [aPatient(key, elements), ...days.map((at, n) => observation(key, { at, value: 70 + n }))];
    const result = await imported(viewer, bundleOf(entries));
    return { id: result.patients[0]?.id ?? '', key, entries, result };
  }

  return { imported, aNewPatient };
}
