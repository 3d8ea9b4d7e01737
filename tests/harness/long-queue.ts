/** A queue as long as a province's: many patients with a request each, submitted through the public endpoint, several at once. */
import { randomUUID } from 'node:crypto';
import { type Actor, signInAs } from './actor.ts';
import { createConsultation, recordConsent, step } from './main-job.ts';

const AT_ONCE = 12;
const PATIENTS_IN_A_BUNDLE = 100;
const SPECIALTIES = ['心血管内科', '神经内科', '内分泌科', '呼吸内科', '骨科', '儿科', '消化内科', '肿瘤科'];
const URGENCIES = ['ROUTINE', 'URGENT', 'ROUTINE', 'CRITICAL', 'ROUTINE'];
const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙'];
const GIVEN = [
  '秀英',
  '建国',
  '桂兰',
  '志强',
  '玉梅',
  '海燕',
  '德明',
  '春生',
  '丽华',
  '永福',
  '晓东',
  '阿依古丽·买买提',
];

/** Two of three are approved and wait for an expert, the others for approval. */
export async function fillLongQueue(url: string, count: number): Promise<void> {
  const [requester, coordinator] = await Promise.all([signInAs(url, 'requester'), signInAs(url, 'coordinator')]);
  const waiting = (await importPatients(requester, count)).entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [n, patientId] of waiting) await addRequest({ requester, coordinator, n, patientId });
    }),
  );
}

interface RequestToAdd {
  readonly requester: Actor;
  readonly coordinator: Actor;
  readonly n: number;
  readonly patientId: string;
}

async function addRequest({ requester, coordinator, n, patientId }: RequestToAdd): Promise<void> {
  await recordConsent(requester, patientId);
  const urgency = URGENCIES[n % URGENCIES.length];
  const specialty = SPECIALTIES[n % SPECIALTIES.length];
  const { id } = await createConsultation(requester, patientId, { urgency, specialty });
  await step.submit(requester, id);
  if (n % 3 > 0) await step.approve(coordinator, id);
}

async function importPatients(requester: Actor, count: number): Promise<string[]> {
  const imported: string[] = [];
  while (imported.length < count) {
    const wanted = Math.min(PATIENTS_IN_A_BUNDLE, count - imported.length);
    const from = imported.length;
    const { importFhirBundle } = await requester.run<{ importFhirBundle: { patients: { id: string }[] } }>(
      'mutation Import($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { patients { id } } }',
      { input: { bundle: bundleOfPatients(from, wanted) } },
    );
    imported.push(...importFhirBundle.patients.map(({ id }) => id));
  }
  return imported;
}

function bundleOfPatients(from: number, count: number): string {
  const entry = Array.from({ length: count }, (_patient, index) => {
    const n = from + index;
    const name = `${FAMILY[n % FAMILY.length] ?? ''}${GIVEN[Math.floor(n / FAMILY.length) % GIVEN.length] ?? ''}`;
    return {
      fullUrl: `urn:uuid:${randomUUID()}`,
      resource: {
        resourceType: 'Patient',
        name: [{ text: name }],
        gender: n % 2 === 0 ? 'female' : 'male',
        birthDate: `${1935 + (n % 85)}-0${1 + (n % 9)}-1${n % 10}`,
      },
    };
  });
  return JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });
}
