/** The rules of a consultation, asked through the graph. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import { consultationsAtWork, field, people, request, type Answer, type AtWork } from './given.ts';

let at: AtWork;
beforeAll(async () => {
  at = await consultationsAtWork({ CONNECTIONS: '20' });
});
afterAll(() => at.stop());

const { requester, colleague, partner, finance, otherRequester, coordinator, patient, otherPatient, wang, li } = people;
const STATUS = `query Status($id: ID!) { consultation(id: $id) { status availableActions invitations { status }
  timeline { event note } } }`;
interface Status {
  status: string;
  availableActions: string[];
  invitations: { status: string }[];
  timeline: { event: string; note: string | null }[];
}
const statusOf = async (viewer: Parameters<AtWork['ask']>[0], id: string) =>
  (await at.ask(viewer, STATUS, { id })).data?.['consultation'] as Status | null;
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'];
const outcomeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'done' : (result.reason as { code: string }).code;

describe('creating', () => {
  test('a patient of another institution, and one that nobody knows, are not there', async () => {
    await expect(at.on.create(otherRequester)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(at.on.create(requester, { patientId: at.newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(at.on.create(requester, { patientId: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an account that acts for no clinician is told what it lacks', async () => {
    await expect(at.on.create(partner)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('practitioner'),
    });
    await expect(at.on.create(finance)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('every fault of the input comes at once', async () => {
    const faulty = { reason: 'x'.repeat(2_001), summary: 'x'.repeat(10_001), diseaseCode: 'flu', idempotencyKey: '' };
    await expect(at.on.create(requester, faulty)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['idempotencyKey', 'diseaseCode', 'reason', 'summary'].map((path) => ({
        path,
        message: expect.any(String),
      })),
    });
  });

  test('a hundred at once have a hundred numbers, one after the other', async () => {
    const created = await Promise.all(Array.from({ length: 100 }, () => at.on.create(requester)));
    const counted = created.map(({ number }) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b);
    expect(new Set(counted).size).toBe(100);
    expect((counted.at(-1) ?? 0) - (counted[0] ?? 0)).toBe(99);
  });

  test('the same idempotency key answers the same consultation, and with another input it is a conflict', async () => {
    const idempotencyKey = at.newId();
    const [first, second] = await Promise.all([1, 2].map(() => at.on.create(requester, { idempotencyKey })));
    expect(second?.id).toBe(first?.id);
    await expect(at.on.create(requester, { idempotencyKey, urgency: 'ROUTINE' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('submitting and dispatching', () => {
  test('everything that is missing is listed by field', async () => {
    const { id } = await at.on.create(requester, { specialty: ' ', reason: '痛', summary: '短' });
    await expect(at.on.submit(requester, id)).rejects.toMatchObject({
      code: 'INCOMPLETE_REQUEST',
      fields: ['specialty', 'reason', 'summary'].map((path) => ({ path, message: expect.any(String) })),
    });
  });

  test('what is missing can be read before submitting, by whoever may submit', async () => {
    const { id } = await at.on.create(requester, { specialty: '', reason: '', summary: '' });
    const MISSING = `query M($id: ID!) { consultation(id: $id) { missing { path message } } }`;
    const missingFor = async (viewer: Parameters<AtWork['ask']>[0]) =>
      field<{ missing: { path: string }[] | null }>(await at.ask(viewer, MISSING, { id }), 'consultation').missing?.map(
        ({ path }) => path,
      );
    expect(await missingFor(requester)).toEqual(['specialty', 'reason', 'summary']);
    for (const other of [colleague, coordinator, patient]) expect(await missingFor(other)).toBeUndefined();
    await at.on.update(requester, id, { specialty: '心血管内科', reason: request.reason });
    expect(await missingFor(requester)).toEqual(['summary']);
    await at.on.update(requester, id, { summary: request.summary });
    expect(await missingFor(requester)).toEqual([]);
    await at.on.submit(requester, id);
    expect(await missingFor(requester)).toBeUndefined();
  });

  test('consent that is missing is listed as it would be at submission', async () => {
    const doctor = people.unconsented;
    const { id } = await at.on.create(doctor, { patientId: demoId('patient', 26), reason: '' });
    const MISSING = `query M($id: ID!) { consultation(id: $id) { missing { path message } } }`;
    const { missing } = field<{ missing: { path: string }[] }>(await at.ask(doctor, MISSING, { id }), 'consultation');
    expect(missing.map(({ path }) => path)).toEqual(['reason', 'consent']);
    await expect(at.on.submit(doctor, id)).rejects.toMatchObject({ fields: missing });
  });

  test('texts that are mended again and again are one line of the timeline; what the queue looks at is another', async () => {
    const { id } = await at.on.create(requester);
    for (const summary of ['高血压八年。', '高血压八年，近两周', '高血压八年，近两周控制不佳。'])
      await at.on.update(requester, id, { summary });
    await at.on.update(requester, id, { urgency: 'CRITICAL' });
    await at.on.update(requester, id, { note: '按科室要求' });
    expect((await statusOf(requester, id))?.timeline.map(({ event }) => event.replace('consultation.', ''))).toEqual([
      'created',
      'updated',
      'updated',
      'updated',
    ]);
  });

  test('what is not possible now says the state and what is', async () => {
    const { id } = await at.on.create(requester);
    await expect(at.on.complete(requester, id)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      status: 'DRAFT',
      allowed: ['UPDATE', 'SUBMIT', 'CANCEL'],
    });
    expect((await statusOf(requester, id))?.availableActions).toEqual(['UPDATE', 'SUBMIT', 'CANCEL']);
    expect((await statusOf(colleague, id))?.availableActions).toEqual([]);
  });

  test('experts without an agreement are named, and unknown ones are refused', async () => {
    const id = await at.pending();
    const unknown = { ...wang, practitionerId: at.newId() };
    await expect(at.on.invite(coordinator, id, [unknown])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const { id: elsewhere } = await at.on.create(people.village, { patientId: demoId('patient', 20) });
    await at.on.submit(people.village, elsewhere);
    await at.on.approve(coordinator, elsewhere);
    await expect(at.on.invite(coordinator, elsewhere, [wang, li])).rejects.toMatchObject({
      code: 'AGREEMENT_REQUIRED',
      message: expect.stringMatching(`(?<!${demoExpertId(1)}.*)${demoExpertId(2)}`),
    });
  });

  test('a retry with the same key answers the same and does nothing twice', async () => {
    const { id } = await at.on.create(requester);
    const idempotencyKey = at.newId();
    await at.on.submit(requester, id, { idempotencyKey });
    expect(await at.on.submit(requester, id, { idempotencyKey })).toMatchObject({ status: 'UNDER_REVIEW' });
    expect((await statusOf(requester, id))?.timeline).toHaveLength(2);
    await expect(at.on.submit(requester, id, { idempotencyKey, note: '急' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('answering', () => {
  test('of fifty attempts on one seat exactly one wins, and the others are told that it is taken', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await at.pending([wang, li]);
      const attempts = Array.from({ length: 50 }, (_, n) => at.on.accept(n % 2 === 0 ? wang : li, id));
      const outcomes = (await Promise.allSettled(attempts)).map(outcomeOf);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'CONFLICT')).toHaveLength(49);
      const status = await statusOf(coordinator, id);
      expect(status?.timeline.filter(({ event }) => event === 'consultation.invitation-accepted')).toHaveLength(1);
      expect(status?.invitations.map((one) => one.status).toSorted()).toEqual(['ACCEPTED', 'WITHDRAWN']);
      expect(await eventsOf(id, 'consultation.invitation-accepted')).toBe(1);
    }
  });

  test('who declines sees it no longer, and a late answer is told that it is late', async () => {
    const id = await at.pending([wang, li]);
    const idempotencyKey = at.newId();
    await at.on.decline(wang, id, { reason: 'UNAVAILABLE', idempotencyKey });
    expect(codeOf(await at.ask(wang, STATUS, { id }))).toBe('NOT_FOUND');
    await expect(at.on.accept(wang, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await at.on.decline(wang, id, { reason: 'UNAVAILABLE', idempotencyKey })).toMatchObject({ id });
    await expect(at.on.accept(people.other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('when everybody has declined it goes back to the coordinator', async () => {
    const id = await at.pending([wang]);
    await at.on.decline(wang, id, { reason: 'OTHER', note: '正在手术' });
    expect((await statusOf(coordinator, id))?.timeline.at(-1)?.event).toBe('consultation.reopened');
  });

  test('one that was misdirected goes to the next best expert by itself', async () => {
    const id = await at.pending([wang]);
    const stream = await at.watch(
      coordinator,
      `subscription C($id: ID!) { consultationChanged(id: $id) { change { event note } } }`,
      { id },
    );
    await at.on.decline(wang, id, { reason: 'WRONG_SPECIALTY' });
    const events: string[] = [];
    while (events.at(-1) !== 'consultation.experts-invited') {
      const change = (await stream.next())?.data?.['consultationChanged'] as { change: { event: string } };
      events.push(change.change.event);
    }
    await stream.leave();
    const status = await statusOf(coordinator, id);
    expect(status?.invitations.map((one) => one.status)).toEqual(['DECLINED', 'REQUESTED']);
    expect(status?.timeline.at(-1)?.note).toContain('改派');
  });

  test('an opinion is amended after completion with a new version, and the conclusion is added to', async () => {
    const id = await at.pending([wang]);
    await at.on.accept(wang, id);
    await at.on.sign(wang, id);
    await at.on.complete(requester, id);
    const amended = await at.ask(
      wang,
      `mutation A($input: AmendOpinionInput!) { amendOpinion(input: $input) { status opinions { version } } }`,
      { input: { consultationId: id, diagnosis: '原发性高血压3级', advice: '改为联合用药。' } },
    );
    expect(amended.data?.['amendOpinion']).toEqual({ status: 'COMPLETED', opinions: [{ version: 1 }, { version: 2 }] });
    const mutation = `mutation A($input: AmendConclusionInput!) { amendConclusion(input: $input) { conclusion } }`;
    const input = { consultationId: id, conclusion: '两周后血压达标。' };
    const added = (await at.ask(requester, mutation, { input })).data?.['amendConclusion'];
    expect((added as { conclusion: string }).conclusion).toMatch(
      /^按专家意见调整用药。\s+\[补充 .+\] 两周后血压达标。$/,
    );
    expect(codeOf(await at.ask(wang, mutation, { input }))).toBe('FORBIDDEN');
  });
});

describe('who sees what', () => {
  test('a foreign consultation answers exactly as one that does not exist', async () => {
    const { id } = await at.on.create(requester);
    const foreign = await at.ask(otherRequester, STATUS, { id });
    const missing = await at.ask(otherRequester, STATUS, { id: at.newId() });
    expect(foreign).toEqual(missing);
    expect(codeOf(foreign)).toBe('NOT_FOUND');
    for (const stranger of [otherPatient, finance, wang])
      expect(codeOf(await at.ask(stranger, STATUS, { id }))).toBe('NOT_FOUND');
    expect(codeOf(await at.ask(null, STATUS, { id }))).toBe('UNAUTHENTICATED');
    for (const odd of ['x', '']) expect(codeOf(await at.ask(requester, STATUS, { id: odd }))).toBe('NOT_FOUND');
    for (const unstorable of ['\u0000', '\ud800'])
      expect(codeOf(await at.ask(requester, STATUS, { id: unstorable }))).toBe('BAD_USER_INPUT');
    for (const insider of [colleague, patient, coordinator])
      expect((await statusOf(insider, id))?.status).toBe('DRAFT');
  });

  test('a reference that is not the viewer’s is null', async () => {
    const { id } = await at.on.create(requester);
    const query = `query R($r: [_Any!]!) { _entities(representations: $r) { ... on Consultation { number } } }`;
    const r = [{ __typename: 'Consultation', id }];
    expect((await at.ask(otherRequester, query, { r })).data).toEqual({ _entities: [null] });
    expect((await at.ask(requester, query, { r })).data).toEqual({ _entities: [{ number: expect.any(String) }] });
  });

  test('lists hold what is one’s own, page by page, and experts find what they are asked', async () => {
    const id = await at.pending([li]);
    const LIST = `query L($after: String, $patientId: ID) { consultations(first: 50, after: $after, patientId: $patientId) {
      nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`;
    interface List {
      nodes: { id: string }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }
    const list = async (viewer: typeof li, variables = {}) =>
      (await at.ask(viewer, LIST, variables)).data?.['consultations'] as List;
    const first = await list(requester);
    expect(first.nodes[0]?.id).toBe(id);
    const second = await list(requester, { after: first.pageInfo.endCursor });
    const ids = [...first.nodes, ...second.nodes].map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(first.totalCount).toBeGreaterThan(100);
    expect((await list(li)).nodes.map((node) => node.id)).toContain(id);
    expect((await list(otherRequester)).totalCount).toBe(0);
    expect((await list(requester, { patientId: 'nobody' })).totalCount).toBe(0);
  });

  test('fifty with their invitations take as many statements as one', async () => {
    const LIST = `query L($first: Int!) { consultations(first: $first, statuses: [PENDING, ASSIGNED, COMPLETED, DRAFT]) {
      nodes { id status overdue availableActions invitations { status } timeline { event } opinions { version } } } }`;
    const statementsFor = (first: number) =>
      at.countStatements(async () => {
        const answer = await at.ask(coordinator, LIST, { first });
        expect(answer.errors).toBeUndefined();
        expect(field<{ nodes: unknown[] }>(answer, 'consultations').nodes).toHaveLength(first);
      });
    await statementsFor(50);
    const one = await statementsFor(1);
    const fifty = await statementsFor(50);
    expect(fifty).toBe(one);
    expect(fifty).toBeLessThanOrEqual(12);
  });

  test('the application’s role with nothing set sees no row and changes none', async () => {
    const client = new pg.Client({ connectionString: at.urls.app });
    await client.connect();
    for (const table of ['consultations', 'invitations', 'opinions', 'timeline', 'number_counters'])
      expect((await client.query(`SELECT 1 FROM consultations.${table}`)).rowCount).toBe(0);
    expect((await client.query(`UPDATE consultations.consultations SET status = 'CANCELLED'`)).rowCount).toBe(0);
    await client.query(`SELECT set_config('huizhen.service', 'consultations', false)`);
    for (const table of ['timeline', 'opinions'])
      await expect(client.query(`UPDATE consultations.${table} SET id = id`)).rejects.toThrow('permission denied');
    await expect(client.query('DELETE FROM consultations.timeline')).rejects.toThrow('permission denied');
    await client.end();
  });

  test('clinical texts lie sealed in the tables', async () => {
    const client = new pg.Client({ connectionString: at.urls.admin });
    await client.connect();
    const { rows } = await client.query('SELECT reason, summary FROM consultations.consultations');
    await client.end();
    expect(rows.some(({ reason }: { reason: Buffer }) => reason.includes(Buffer.from(request.reason)))).toBe(false);
  });
});

describe('what the other subgraphs ask', () => {
  const CARE = `query C($ids: [ID!]!) { careRelations(patientIds: $ids) { consultationId kind } }`;

  test('an expert cares for a patient while invited to an open case, a coordinator while it is in the queue', async () => {
    const id = await at.pending([people.other], { patientId: request.patientId });
    const relationsOf = async (viewer: typeof li) =>
      field<{ consultationId: string }[]>(
        await at.ask(viewer, CARE, { ids: [request.patientId, 'x'] }),
        'careRelations',
      ).filter(({ consultationId }) => consultationId === id);
    expect(await relationsOf(people.other)).toEqual([{ consultationId: id, kind: 'EXPERT' }]);
    expect(await relationsOf(coordinator)).toEqual([{ consultationId: id, kind: 'COORDINATOR' }]);
    expect(await relationsOf(otherRequester)).toEqual([]);
    await at.on.decline(people.other, id, { reason: 'UNAVAILABLE' });
    expect(await relationsOf(people.other)).toEqual([]);
  });

  test('facts are for services only', async () => {
    const id = await at.pending([wang]);
    const FACTS = `query F($id: ID!) { consultationFacts(id: $id) { status patientId invitedExpertIds acceptedExpertIds } }`;
    expect(codeOf(await at.ask(coordinator, FACTS, { id }))).toBe('FORBIDDEN');
    const service = { ...coordinator, subject: 'service:patients', service: 'patients', roles: [], centre: false };
    expect((await at.ask(service, FACTS, { id })).data?.['consultationFacts']).toEqual({
      status: 'PENDING',
      patientId: request.patientId,
      invitedExpertIds: [wang.practitionerId],
      acceptedExpertIds: [],
    });
  });

  test('the room is open to its people from the acceptance to the end of the session', async () => {
    const id = await at.pending([wang]);
    const JOIN = `query J($id: ID!) { mayJoin(consultationId: $id) { allowed role because } }`;
    const mayJoin = async (viewer: typeof li) => (await at.ask(viewer, JOIN, { id })).data?.['mayJoin'];
    expect(await mayJoin(wang)).toMatchObject({ allowed: false, because: expect.stringContaining('PENDING') });
    await at.on.accept(wang, id);
    expect(await mayJoin(wang)).toMatchObject({ allowed: true, role: 'EXPERT' });
    expect(await mayJoin(requester)).toMatchObject({ allowed: true, role: 'REQUESTER' });
    expect(await mayJoin(patient)).toMatchObject({ allowed: true, role: 'PATIENT' });
    expect(await mayJoin(otherRequester)).toBeNull();
    await at.on.start(requester, id);
    await at.on.end(requester, id);
    expect(await mayJoin(wang)).toMatchObject({ allowed: false });
  });
});

async function eventsOf(consultationId: string, type: string): Promise<number> {
  const client = new pg.Client({ connectionString: at.urls.admin });
  await client.connect();
  const query = `SELECT 1 FROM events.log WHERE type = $1 AND payload->>'consultationId' = $2`;
  const { rowCount } = await client.query(query, [type, consultationId]);
  await client.end();
  return rowCount ?? 0;
}
