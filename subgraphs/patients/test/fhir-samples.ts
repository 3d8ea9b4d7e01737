/** FHIR data for tests: real samples when the machine has them, and small resources made here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const beside = new URL('../../../../shared/data/', import.meta.url).pathname;
const folder = `${process.env['HUIZHEN_SAMPLE_DATA'] ?? beside}/fhir`;

export const samplesMissing = !existsSync(folder);

/** [file name, text] of every sample that is a Bundle. */
export function sampleBundles(set: string): [string, string][] {
  if (samplesMissing) return [];
  const files = readdirSync(`${folder}/${set}`).filter((name) => name.endsWith('.json'));
  return files.map((name) => [name, readFileSync(`${folder}/${set}/${name}`, 'utf8')]);
}

/** [file name, resource] of every sample that is not a Bundle. */
export function sampleResources(sets: readonly string[]): [string, object][] {
  const files = sets.flatMap((set) => sampleBundles(set));
  return files.flatMap(([name, text]) => (name.startsWith('Bundle-') ? [] : [[name, JSON.parse(text)]]));
}

export function bundleOf(entries: readonly unknown[], type = 'collection'): string {
  return JSON.stringify({ resourceType: 'Bundle', type, entry: entries });
}

export function aPatient(uuid: string, elements: object = {}) {
  const resource = {
    resourceType: 'Patient',
    name: [{ text: '王芳' }],
    gender: 'female',
    birthDate: '1951-02-03',
    ...elements,
  };
  return { fullUrl: `urn:uuid:${uuid}`, resource };
}
