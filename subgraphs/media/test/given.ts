/** Media with the facts that the consultations would tell it, the people around a room, and LiveKit's signed reports. */
import { createHash, randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { AccessToken, WebhookEvent } from 'livekit-server-sdk';
import { z } from 'zod';
import { consultationTold, type TransitionType } from '../../../tests/harness/consultation-told.ts';
import { startLoneSubgraph, type Told } from '../../../tests/harness/lone-subgraph.ts';
import { person } from '../../../tests/harness/person.ts';
import { media } from '../src/index.ts';

export const clinic = randomUUID();
export const wang = randomUUID();
export const li = randomUUID();
export const key = { name: 'huizhen-test', secret: 'a-secret-of-thirty-two-characters-or-more' };

export const people = {
  requester: person(['REQUESTER'], { institutionId: clinic, practitionerId: randomUUID() }),
  expert: person(['EXPERT'], { institutionId: randomUUID(), practitionerId: wang }),
  otherExpert: person(['EXPERT'], { institutionId: randomUUID(), practitionerId: li }),
  coordinator: person(['COORDINATOR'], { institutionId: randomUUID(), practitionerId: randomUUID(), centre: true }),
  requesterElsewhere: person(['REQUESTER'], { institutionId: randomUUID(), practitionerId: randomUUID() }),
  pharmacist: person(['PHARMACIST'], { institutionId: clinic }),
} as const;

export const patient = (patientId: string) => person(['PATIENT'], { patientId });

export interface Case {
  readonly id: string;
  readonly patientId: string;
  status: string;
  acceptedExpertIds: string[];
}

/** As the consultations subgraph decides it. */
function permission(of: Case | undefined, viewer: Viewer | null) {
  const role = of && viewer && partOf(of, viewer);
  if (!of || (!role && !mayRead(viewer))) return null;
  const open = ['ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED'].includes(of.status);
  if (!role || !open)
    return { allowed: false, role: null, displayIdentity: null, because: 'There is no room for you now.' };
  return { allowed: true, role, displayIdentity: viewer.displayName, because: null };
}

/** A pharmacist of the clinic knows of the consultation and has no part in it; the others do not know of it. */
const mayRead = (viewer: Viewer | null) => viewer?.institutionId === clinic;

function partOf(of: Case, viewer: Viewer): string | null {
  if (viewer.practitionerId && of.acceptedExpertIds.includes(viewer.practitionerId)) return 'EXPERT';
  if (viewer.centre) return 'COORDINATOR';
  if (viewer.roles.includes('REQUESTER') && viewer.institutionId === clinic) return 'REQUESTER';
  return viewer.patientId === of.patientId ? 'PATIENT' : null;
}

export async function openMedia(environment: Readonly<Record<string, string>>) {
  const cases = new Map<string, Case>();
  const subgraph = await startLoneSubgraph({
    subgraph: media,
    environment,
    contracts: {
      consultations: {
        sdl: `type Query { consultationFacts(id: ID!): ConsultationFacts mayJoin(consultationId: ID!): JoinPermission }
          type ConsultationFacts { id: ID! patientId: ID! institutionId: ID! kind: String! status: String! acceptedExpertIds: [ID!]! }
          type JoinPermission { allowed: Boolean! role: String displayIdentity: String because: String }`,
        answers: {
          consultationFacts: ({ id }: { id: string }, viewer) => {
            const of = cases.get(id);
            return viewer?.service === 'media' && of ? { ...of, institutionId: clinic } : null;
          },
          mayJoin: ({ consultationId }: { consultationId: string }, viewer) =>
            permission(cases.get(consultationId), viewer),
        },
      },
    },
  });
  return {
    ...subgraph,
    /** A consultation whose expert has accepted, and the room that this opened. */
    async consultationWithRoom(more: Partial<Case> = {}) {
      const consultation = newCase(more);
      await subgraph.tell(happened('consultation.invitation-accepted', consultation));
      return { consultation, room: await roomOf(consultation) };
    },
    async consultationsWithRooms(count: number): Promise<Case[]> {
      const made = Array.from({ length: count }, () => newCase());
      await subgraph.tell(...made.map((one) => happened('consultation.invitation-accepted', one)));
      return made;
    },
    report: (body: string, signature?: string) => subgraph.route(requestOf(body, signature)),
    async told(report: Report): Promise<number | undefined> {
      const body = bodyOf(report);
      return (await subgraph.route(requestOf(body, await signed(body))))?.status;
    },
    stays: (room: string) =>
      subgraph.rows(
        `SELECT participant_sid AS sid, s.identity, s.left_at IS NULL AS inside FROM media.call_segments s
         JOIN media.rooms r ON r.id = s.room_id WHERE r.name = $1 ORDER BY joined_at, participant_sid`,
        [room],
      ),
  };

  function newCase(more: Partial<Case> = {}): Case {
    const made = {
      id: randomUUID(),
      patientId: randomUUID(),
      status: 'IN_PROGRESS',
      acceptedExpertIds: [wang],
      ...more,
    };
    cases.set(made.id, made);
    return made;
  }

  async function roomOf(of: Case): Promise<string> {
    const [row] = await subgraph.rows('SELECT name FROM media.rooms WHERE consultation_id = $1', [of.id]);
    return String(row?.['name']);
  }
}

export function happened(type: TransitionType, of: Case): Told {
  return consultationTold(type, { ...of, institutionId: clinic, kind: 'CONSULTATION' });
}

const access = z.object({
  joinRoom: z.object({
    url: z.string(),
    token: z.string(),
    expiresAt: z.iso.datetime(),
    room: z.string(),
    video: z.looseObject({}),
  }),
});

/** What joining answered. */
export const accessOf = (data: unknown) => access.parse(data).joinRoom;

export interface Report {
  readonly event: 'participant_joined' | 'participant_left' | 'room_finished' | 'track_published';
  readonly room: string;
  readonly who?: string;
  readonly stay?: string;
  readonly session?: string;
  readonly id?: string;
  /** Seconds from now. */
  readonly at?: number;
  readonly since?: number;
}

/** As livekit-server writes it. */
export function bodyOf({
  event,
  room,
  who,
  stay,
  session = 'RM_1',
  id = `EV_${randomUUID()}`,
  at = 0,
  since = at,
}: Report): string {
  const seconds = Math.floor(Date.now() / 1000);
  const participant = {
    sid: stay ?? 'PA_1',
    identity: who ?? '',
    joinedAt: BigInt(seconds + since),
    joinedAtMs: BigInt((seconds + since) * 1000),
  };
  const message = { id, createdAt: BigInt(seconds + at), room: { name: room, sid: session } };
  const written = new WebhookEvent(who === undefined ? message : { ...message, participant });
  // The SDK's class sets it to '' after what its constructor was given.
  written.event = event;
  return written.toJsonString();
}

/** The header that livekit-server sends: a token over the body's SHA-256. */
export function signed(body: string, { name, secret } = key, ttl = '5m'): Promise<string> {
  const token = new AccessToken(name, secret, { ttl });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

export function requestOf(body: string, signature?: string): Request {
  const headers = { 'content-type': 'application/webhook+json', ...(signature && { authorization: signature }) };
  return new Request('http://platform/webhooks/livekit', { method: 'POST', body, headers });
}
