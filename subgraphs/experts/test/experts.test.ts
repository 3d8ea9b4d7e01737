/** The rules of experts, asked over GraphQL on a real PostgreSQL. */
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { withClient } from '@huizhen/platform/database/with-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { consultationWith, expertsAtWork, minutesAgo, people } from './given.ts';

let at: Awaited<ReturnType<typeof expertsAtWork>>;
beforeAll(async () => {
  at = await expertsAtWork();
});
afterAll(() => at?.stop());

const MATCH = `query($input: MatchExpertsInput!) {
  matchExperts(input: $input) { score parts { factor points because } expert { id online practitioner { id } } }
}`;
const cardiology = { specialty: '心血管内科', diseaseCode: 'I10', urgency: 'ROUTINE' };
const matchesShape = z.array(
  z.object({
    score: z.number(),
    parts: z.array(z.object({ factor: z.string(), points: z.number(), because: z.string() })),
    expert: z.object({ id: z.string(), online: z.boolean(), practitioner: z.object({ id: z.string() }) }),
  }),
);

async function match(viewer: Viewer, input: Record<string, unknown> = {}) {
  const { data, errors } = await at.ask(viewer, MATCH, { input: { ...cardiology, ...input } });
  expect(errors).toBeUndefined();
  return matchesShape.parse(data?.['matchExperts']);
}

async function codeOf(viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) {
  const { errors } = await at.ask(viewer, query, variables);
  return errors?.[0]?.extensions['code'];
}

function points(matches: z.infer<typeof matchesShape>, expert: number, factor: string): number | undefined {
  const found = matches.find((one) => one.expert.id === demoExpertId(expert));
  return found?.parts.find((part) => part.factor === factor)?.points;
}

function setPresence(viewer: Viewer, online: boolean) {
  return at.ask(viewer, 'mutation($online: Boolean!) { setPresence(online: $online) { id online } }', { online });
}

describe('matching', () => {
  test('the parts of a score add up to it, and each says why', async () => {
    const matches = await match(people.requester);
    expect(matches.map(({ expert }) => expert.id)).toEqual([demoExpertId(1), demoExpertId(2)]);
    for (const { score, parts } of matches) {
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(score, 9);
      expect(parts.filter(({ because }) => because === '')).toEqual([]);
    }
  });

  test('the more urgent, the more a quick answer and presence weigh', async () => {
    const routine = await match(people.requester);
    const critical = await match(people.requester, { urgency: 'CRITICAL' });
    const lead = (matches: typeof routine) => (matches[0]?.score ?? 0) - (matches[1]?.score ?? 0);
    expect(points(critical, 1, 'presence')).toBeGreaterThan(points(routine, 1, 'presence') ?? 0);
    expect(lead(critical)).toBeGreaterThan(lead(routine));
  });

  test('only experts of institutions with an agreement in force are proposed', async () => {
    // The village clinic's agreement with expert 2's hospital ran out a month ago.
    expect((await match(people.requesterOfVillage)).map(({ expert }) => expert.id)).toEqual([demoExpertId(1)]);
    const forVillage = { institutionId: demoId('institution', 4) };
    expect(await match(people.coordinator, forVillage)).toHaveLength(1);
    expect(await match(people.consultations, forVillage)).toHaveLength(1);
    expect(await match(people.coordinator, { institutionId: 'unknown' })).toEqual([]);
  });

  test('a coordinator of the centre who names no institution sees experts of all', async () => {
    expect(await match(people.coordinator)).toHaveLength(2);
  });

  test('experts who are excluded are not proposed again', async () => {
    const others = await match(people.consultations, { excludingExpertIds: [demoExpertId(1)] });
    expect(others.map(({ expert }) => expert.id)).toEqual([demoExpertId(2)]);
  });

  test('only requesters, coordinators, partners and services match, and for their own institution', async () => {
    expect(await match(people.partner)).toHaveLength(2);
    expect(
      await codeOf(people.requester, MATCH, { input: { ...cardiology, institutionId: demoId('institution', 4) } }),
    ).toBe('FORBIDDEN');
    for (const viewer of [people.patient, people.auditor, people.expert1]) {
      expect(await codeOf(viewer, MATCH, { input: cardiology })).toBe('FORBIDDEN');
    }
    expect(await codeOf(null, MATCH, { input: cardiology })).toBe('UNAUTHENTICATED');
  });

  test('all faults of a question are told at once', async () => {
    const input = { specialty: ' ', diseaseCode: 'heart', urgency: 'ROUTINE', first: 101 };
    const { errors } = await at.ask(people.requester, MATCH, { input });
    expect(errors?.[0]?.extensions['fields']).toMatchObject([
      { path: 'input.specialty' },
      { path: 'input.diseaseCode' },
      { path: 'input.first' },
    ]);
  });
});

describe('presence', () => {
  test('who goes offline falls behind for the next match, and is back after coming online', async () => {
    expect((await setPresence(people.expert1, false)).data).toEqual({
      setPresence: { id: demoExpertId(1), online: false },
    });
    // On duty on Wednesday morning, so still there for what is not critical.
    expect(points(await match(people.requester), 1, 'presence')).toBe(0);
    const critical = await match(people.requester, { urgency: 'CRITICAL' });
    expect(critical.map(({ expert }) => expert.id)).toEqual([demoExpertId(2)]);
    await setPresence(people.expert1, true);
    expect(points(await match(people.requester), 1, 'presence')).toBe(5);
  });

  test('only experts have a presence', async () => {
    const SET = 'mutation { setPresence(online: true) { id } }';
    expect(await codeOf(people.requester, SET)).toBe('FORBIDDEN');
    expect(await codeOf(people.doctorWhoIsNoExpert, SET)).toBe('NOT_FOUND');
    expect(await codeOf(null, SET)).toBe('UNAUTHENTICATED');
  });
});

describe('the experts in memory', () => {
  test('another process hears of presence too', async () => {
    const other = await at.startProcess();
    const online = async () => {
      const { data } = await other.ask(people.coordinator, MATCH, { input: { ...cardiology, urgency: 'CRITICAL' } });
      return matchesShape.parse(data?.['matchExperts']).map(({ expert }) => expert.id);
    };
    expect(await online()).toHaveLength(2);
    await setPresence(people.expert1, false);
    await vi.waitFor(async () => expect(await online()).toEqual([demoExpertId(2)]));
    await setPresence(people.expert1, true);
    await other.stop();
  });

  test('what no event told is there after a while', async () => {
    await withClient(at.databaseUrl, (client) =>
      client.query(`UPDATE experts.experts SET specialties = '{心血管内科,老年科}' WHERE id = $1`, [demoExpertId(1)]),
    );
    expect(await match(people.coordinator, { specialty: '老年科' })).toEqual([]);
    at.clock.at += 11 * 60_000;
    expect(await match(people.coordinator, { specialty: '老年科' })).toHaveLength(1);
    at.clock.at -= 11 * 60_000;
  });
});

describe('what invitations tell', () => {
  const expertId = demoExpertId(2);
  const count = async (factor: string) => points(await match(people.coordinator), 2, factor);

  test('an accepted consultation weighs as load until it is completed, and the quick answer counts', async () => {
    const before = await averageOf(2);
    const accepted = {
      id: demoId('invitation', 1),
      expertId,
      status: 'ACCEPTED',
      invitedAt: minutesAgo(60),
      respondedAt: minutesAgo(57),
    };
    const consultation = consultationWith(accepted, 'ASSIGNED');
    await at.tell('consultation.invitation-accepted', consultation);
    await vi.waitFor(async () => expect(await count('load')).toBe(-8));
    expect(await count('fairness')).toBe(-1);
    expect(await averageOf(2)).toBeCloseTo((before * 20 + 3) / 21, 6);

    // Heard twice: nothing changes.
    await at.tell('consultation.invitation-accepted', consultation);
    const after = { ...consultation.after, status: 'COMPLETED' };
    await at.tell('consultation.completed', { ...consultation, after });
    await vi.waitFor(async () => expect(await count('load')).toBe(0));
    expect(await count('fairness')).toBe(-1);
    expect(await averageOf(2)).toBeCloseTo((before * 20 + 3) / 21, 6);
  });

  test('a request of the wrong specialty that came back takes points', async () => {
    const bounced = { expertId, status: 'DECLINED', declineReason: 'WRONG_SPECIALTY', respondedAt: minutesAgo(55) };
    await at.tell('consultation.invitation-declined', consultationWith(bounced));
    await vi.waitFor(async () => expect(await count('bounces')).toBe(-10));
  });

  test('an invitation that ran out counts with its whole time limit', async () => {
    const before = await averageOf(3);
    const expired = {
      expertId: demoExpertId(3),
      status: 'EXPIRED',
      invitedAt: minutesAgo(60),
      respondBy: minutesAgo(45),
    };
    await at.tell('consultation.invitation-expired', consultationWith(expired));
    await vi.waitFor(async () => expect(await averageOf(3)).toBeCloseTo((before * 20 + 15) / 21, 6));
  });

  async function averageOf(expert: number): Promise<number> {
    const answer = await at.ask(people.coordinator, 'query($id: ID!) { expert(id: $id) { averageResponseMinutes } }', {
      id: demoExpertId(expert),
    });
    return z.object({ expert: z.object({ averageResponseMinutes: z.number() }) }).parse(answer.data).expert
      .averageResponseMinutes;
  }
});

describe('reading', () => {
  const ENTITIES =
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Expert { id specialties yearsOfExperience } } }';

  test('fifty references cost as many statements as one', async () => {
    const cost = (ids: string[]) =>
      at.countStatements(() =>
        at.ask(people.patient, ENTITIES, { r: ids.map((id) => ({ __typename: 'Expert', id })) }),
      );
    const many = Array.from({ length: 50 }, (_, n) => demoExpertId((n % 15) + 1));
    expect(await cost(many)).toBe(await cost([demoExpertId(1)]));
  });

  test('an expert who is not there is null, whatever the id looks like', async () => {
    for (const id of ['nonsense', demoId('practitioner', 1)]) {
      expect(await at.ask(people.patient, 'query($id: ID!) { expert(id: $id) { id } }', { id })).toEqual({
        data: { expert: null },
      });
    }
    expect(await codeOf(null, `{ expert(id: "${demoExpertId(1)}") { id } }`)).toBe('UNAUTHENTICATED');
    expect(await codeOf(null, ENTITIES, { r: [{ __typename: 'Expert', id: demoExpertId(1) }] })).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('the list goes page by page and filters by department and presence', async () => {
    const LIST =
      'query($after: String) { experts(first: 9, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }';
    const page = z.object({
      experts: z.object({
        nodes: z.array(z.object({ id: z.string() })),
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
      }),
    });
    const first = page.parse((await at.ask(people.requester, LIST)).data).experts;
    const rest = page.parse((await at.ask(people.requester, LIST, { after: first.pageInfo.endCursor })).data).experts;
    expect(new Set([...first.nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(15);
    expect([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([15, true, false]);
    const offline = await at.ask(
      people.requester,
      '{ experts(online: false, specialty: "骨科") { nodes { id yearsOfExperience practitioner { id } } } }',
    );
    expect(offline.data).toEqual({
      experts: { nodes: [{ id: demoExpertId(11), yearsOfExperience: 18, practitioner: { id: demoExpertId(11) } }] },
    });
    expect(await codeOf(people.requester, '{ experts(first: 101) { totalCount } }')).toBe('BAD_USER_INPUT');
  });

  test('profiles are between services only', async () => {
    const PROFILES = 'query($ids: [ID!]!) { expertProfiles(ids: $ids) { id institutionId title specialties online } }';
    const ids = [demoExpertId(5), demoId('practitioner', 1), 'nonsense'];
    expect((await at.ask(people.consultations, PROFILES, { ids })).data).toEqual({
      expertProfiles: [
        {
          id: demoExpertId(5),
          institutionId: demoId('institution', 10),
          title: 'CHIEF_PHYSICIAN',
          specialties: ['内分泌科'],
          online: true,
        },
      ],
    });
    expect(await codeOf(people.coordinator, PROFILES, { ids })).toBe('FORBIDDEN');
  });
});
