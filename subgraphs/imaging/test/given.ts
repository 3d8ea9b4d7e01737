/** Imaging with the real subgraphs around it, on a real PostgreSQL and real files, with demo people and patients. */
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import { answered, type Answered } from '../../../tests/harness/answered.ts';
import { person } from '../../../tests/harness/person.ts';
import { openGround } from '../../../tests/harness/subgraph-ground.ts';
import { consultations } from '../../consultations/src/index.ts';
import { directory } from '../../directory/src/index.ts';
import { experts } from '../../experts/src/index.ts';
import { patients } from '../../patients/src/index.ts';
import { imaging } from '../src/index.ts';
import { multipartBody, boundary } from './multipart.ts';

export interface OpenImaging {
  ask(viewer: Viewer | null, query: string, variables?: Record<string, unknown>, of?: string): Promise<Answered>;
  /** A request as the gateway passes it on. */
  request(request: Request): Promise<Response>;
  /** SQL as the superuser, past every policy. */
  sql(query: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** SQL as the subgraph's own role, with nothing set but `settings`. */
  asApp(settings: Record<string, string>, query: string): Promise<Record<string, unknown>[]>;
  /** Runs the work and counts the statements on imaging's own database that match. */
  statements(pattern: RegExp, work: () => Promise<unknown>): Promise<number>;
  /** Moves the clock. */
  later(minutes: number): void;
  loadDemo(of: readonly string[]): Promise<void>;
  readonly folder: string;
  close(): Promise<void>;
}

const clinic = demoId('institution', 1);
const staff = (role: Role, institution: number, practitioner: number) =>
  person([role], {
    institutionId: demoId('institution', institution),
    practitionerId: demoId('practitioner', practitioner),
  });
const expertAt = (institution: number, expert: number) =>
  person(['EXPERT'], { institutionId: demoId('institution', institution), practitionerId: demoExpertId(expert) });

/** Patient 1 is the first clinic's. */
export const patientId = demoId('patient', 1);
export const otherPatientId = demoId('patient', 2);

export const people = {
  requester: staff('REQUESTER', 1, 1),
  partner: person(['PARTNER'], { institutionId: clinic }),
  requesterElsewhere: staff('REQUESTER', 2, 4),
  coordinator: person(['COORDINATOR'], {
    institutionId: demoId('institution', 12),
    practitionerId: demoId('practitioner', 22),
    centre: true,
  }),
  radiologist: expertAt(9, 7),
  otherExpert: expertAt(10, 2),
  patient: person(['PATIENT'], { patientId }),
  otherPatient: person(['PATIENT'], { patientId: otherPatientId }),
  finance: person(['FINANCE'], { institutionId: clinic }),
} as const;

export async function openImaging(): Promise<OpenImaging> {
  const ground = await openGround([directory, experts, patients, imaging, consultations]);
  const { folder } = ground;
  let offset = 0;
  const at = await ground.start({
    environment: { SECOND_FACTOR: 'optional', DATA_DIR: folder, PUBLIC_URL: 'http://huizhen.test' },
    clock: { now: () => new Date(Date.now() + offset) },
  });
  const open: OpenImaging = {
    folder,
    ask: async (viewer, query, variables = {}, of = 'imaging') =>
      answered(await at.ask(of, viewer, { query, variables })),
    request: async (request) =>
      (await at.route('imaging', request)) ?? new Response(null, { status: 404, headers: { 'x-no-route': '1' } }),
    sql: ground.rows,
    asApp: (settings, query) => ground.rowsAs('imaging', settings, query),
    statements: (pattern, work) => at.countStatements('imaging', work, pattern),
    later: (minutes) => void (offset += minutes * 60_000),
    loadDemo: (of) => at.loadDemo(of, new Date()),
    async close() {
      await at.stop();
      await ground.stop();
    },
  };
  await open.loadDemo(['directory', 'experts', 'patients']);
  return open;
}

const REQUEST = `mutation($input: RequestImagingUploadInput!) { requestImagingUpload(input: $input) { url token expiresAt } }`;

export interface Ticket {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: string;
}

export async function ticketFor(
  huizhen: OpenImaging,
  input: Record<string, unknown>,
  viewer: Viewer = people.requester,
): Promise<Ticket> {
  const { data, errors } = await huizhen.ask(viewer, REQUEST, { input });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return data['requestImagingUpload'] as Ticket;
}

export function requestTicket(huizhen: OpenImaging, viewer: Viewer | null, input: Record<string, unknown>) {
  return huizhen.ask(viewer, REQUEST, { input });
}

export function upload(huizhen: OpenImaging, token: string | null, files: readonly Buffer[]): Promise<Response> {
  const body = multipartBody(files.map((file) => ({ headers: { 'Content-Type': 'application/dicom' }, body: file })));
  return huizhen.request(uploadRequest(token, new Uint8Array(body)));
}

export function uploadRequest(
  token: string | null,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
): Request {
  const headers = new Headers({
    'content-type': `multipart/related; type="application/dicom"; boundary="${boundary}"`,
  });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return new Request('http://huizhen.test/uploads/studies', { method: 'POST', headers, body, duplex: 'half' });
}

/** A step of a consultation by whoever takes it; answers its id. */
export async function step(
  huizhen: OpenImaging,
  viewer: Viewer,
  mutation: string,
  input: Record<string, unknown>,
): Promise<string> {
  const own = ['createConsultation', 'inviteExperts', 'declineInvitation', 'signOpinion', 'completeConsultation'];
  const type = own.includes(mutation)
    ? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    : 'ConsultationInput';
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { id } }`;
  const { data, errors } = await huizhen.ask(viewer, query, { input }, 'consultations');
  if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return (data[mutation] as { id: string }).id;
}

export async function draft(huizhen: OpenImaging, kind = 'DIAGNOSIS'): Promise<string> {
  const request = { specialty: '放射科', reason: '肺结节随访', summary: '低剂量CT示右肺上叶结节，请出具诊断意见' };
  const input = { patientId, kind, urgency: 'ROUTINE', diseaseCode: 'R91', ...request };
  return step(huizhen, people.requester, 'createConsultation', input);
}

export async function invite(huizhen: OpenImaging, consultationId: string, expert: Viewer): Promise<void> {
  await step(huizhen, people.requester, 'submitConsultation', { consultationId });
  await step(huizhen, people.coordinator, 'approveConsultation', { consultationId });
  await step(huizhen, people.coordinator, 'inviteExperts', { consultationId, expertIds: [expert.practitionerId] });
}
