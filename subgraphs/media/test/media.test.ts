import { parseSettings } from '@huizhen/platform/config/settings';
import { TokenVerifier } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mediaSettings } from '../src/config.ts';
import {
  accessOf as access,
  bodyOf,
  clinic,
  happened,
  key,
  li,
  openMedia,
  patient,
  people,
  signed,
  wang,
} from './given.ts';
import { startLivekitStandIn } from './livekit-stand-in.ts';

type Media = Awaited<ReturnType<typeof openMedia>>;
let media: Media;
let livekit: Awaited<ReturnType<typeof startLivekitStandIn>>;
beforeAll(async () => {
  livekit = await startLivekitStandIn();
  media = await openMedia({ LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: key.name, LIVEKIT_API_SECRET: key.secret });
});
afterAll(async () => {
  await media.stop();
  await livekit.close();
});

const JOIN = `mutation($input: JoinRoomInput!) {
  joinRoom(input: $input) { url token expiresAt room video { maxBitrateKbps height audioOnly because } }
}`;
const QUALITY =
  'mutation($input: ReportNetworkQualityInput!) { reportNetworkQuality(input: $input) { maxBitrateKbps height audioOnly } }';
const ROOMS = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Consultation { id
  room { id name closedAt participants { identity role } segments { identity seconds leftAt } }
  callEvidence { seconds distinctParticipants }
} } }`;

type Result = Awaited<ReturnType<Media['ask']>>;
const codeOf = (result: Result) => result.errors?.[0]?.extensions?.['code'];
const accessOf = ({ data }: Result) => access(data);
const expert = `EXPERT:${wang}`;
const requester = `REQUESTER:${people.requester.practitionerId}`;

async function lookAt(viewer: Parameters<Media['ask']>[0], consultationId: string) {
  const of = [{ __typename: 'Consultation', id: consultationId }];
  const { data, errors } = await media.ask(viewer, ROOMS, { of });
  expect(errors).toBeUndefined();
  const [consultation] = z.array(z.record(z.string(), z.unknown())).parse(data?.['_entities']);
  return consultation;
}

describe('a token for the room', () => {
  const join = (viewer: Parameters<Media['ask']>[0], consultationId: string) =>
    media.ask(viewer, JOIN, { input: { consultationId } });
  const grantsOf = async (result: Result) => new TokenVerifier(key.name, key.secret).verify(accessOf(result).token);

  test('opens this one room for ten minutes at most, under an opaque identity and a part instead of a name', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    const result = await join(people.expert, consultation.id);
    const grants = await grantsOf(result);
    expect(grants).toMatchObject({ sub: expert, name: '会诊专家' });
    expect(grants.video).toMatchObject({
      room,
      roomJoin: true,
      canPublish: true,
      canSubscribe: true,
      canPublishData: true,
      hidden: false,
    });
    expect(grants.video).not.toHaveProperty('roomAdmin');
    const { exp, nbf } = grants as unknown as { exp: number; nbf: number };
    expect(exp - nbf).toBeLessThanOrEqual(600);
    expect(accessOf(result)).toMatchObject({ url: livekit.url, room, video: { height: 720, maxBitrateKbps: 2_100 } });
  });

  test('the patient speaks, a coordinator only looks on and is seen to', async () => {
    const { consultation } = await media.consultationWithRoom();
    const ofPatient = await grantsOf(await join(patient(consultation.patientId), consultation.id));
    expect(ofPatient).toMatchObject({ name: '患者', video: { canPublish: true } });
    const ofCoordinator = await grantsOf(await join(people.coordinator, consultation.id));
    expect(ofCoordinator.video).toMatchObject({
      canPublish: false,
      canPublishData: false,
      canSubscribe: true,
      hidden: false,
    });
  });

  test('a rejoin has the same identity in the same room, and goes on with the line as it was', async () => {
    const { consultation } = await media.consultationWithRoom({ status: 'INTERRUPTED' });
    const input = { consultationId: consultation.id, networkQuality: 'CRITICAL' };
    const first = await media.ask(people.requester, JOIN, { input });
    expect(accessOf(first).video).toMatchObject({ maxBitrateKbps: 1_500 });
    const { data } = await media.ask(people.requester, QUALITY, { input });
    expect(data?.['reportNetworkQuality']).toMatchObject({ maxBitrateKbps: 1_000, height: 480 });
    const again = await media.ask(people.requester, JOIN, { input });
    expect((await grantsOf(again)).sub).toBe((await grantsOf(first)).sub);
    expect(accessOf(again)).toMatchObject({ room: accessOf(first).room, video: { audioOnly: true } });
  });

  test('joins before the news of the acceptance has arrived, and all get one room', async () => {
    const { consultation, room } = await media.consultationWithRoom({ acceptedExpertIds: [] });
    expect(room).toBe('undefined');
    consultation.acceptedExpertIds.push(wang);
    const joined = await Promise.all(
      [people.expert, people.requester, people.coordinator].map((who) => join(who, consultation.id)),
    );
    expect(new Set(joined.map((result) => accessOf(result).room)).size).toBe(1);
  });

  test.each(['otherExpert', 'requesterElsewhere', 'pharmacist'] as const)(
    'is not for %s, and the refusal is recorded',
    async (who) => {
      const { consultation } = await media.consultationWithRoom();
      expect(codeOf(await join(people[who], consultation.id))).toBe(who === 'pharmacist' ? 'FORBIDDEN' : 'NOT_FOUND');
      const log = await media.rows(`SELECT action FROM audit.entries WHERE kind = 'DENIAL' AND $1 = ANY (object_ids)`, [
        consultation.id,
      ]);
      expect(log).toEqual([{ action: 'room.join' }]);
    },
  );

  test.each(['PENDING', 'AWAITING_OPINION', 'COMPLETED', 'CANCELLED'])('is not given out while %s', async (status) => {
    const { consultation } = await media.consultationWithRoom();
    consultation.status = status;
    expect(codeOf(await join(people.requester, consultation.id))).toBe('FORBIDDEN');
  });

  test('is not given out to nobody', async () => {
    const { consultation } = await media.consultationWithRoom();
    expect(codeOf(await join(null, consultation.id))).toBe('UNAUTHENTICATED');
  });
});

describe('what LiveKit reports', () => {
  test('is refused without a fitting signature', async () => {
    const { room } = await media.consultationWithRoom();
    const body = bodyOf({ event: 'participant_joined', room, who: expert });
    expect((await media.report(body))?.status).toBe(401);
    expect((await media.report(body, 'junk'))?.status).toBe(401);
    expect(
      (await media.report(body, await signed(body, { ...key, secret: 'another-secret-of-thirty-two-characters' })))
        ?.status,
    ).toBe(401);
    expect((await media.report(body, await signed(body, { ...key, name: 'another-key' })))?.status).toBe(401);
    expect((await media.report(body.replace('EXPERT', 'PATIENT'), await signed(body)))?.status).toBe(401);
    // A day-old request with its own signature has run out with it.
    expect((await media.report(body, await signed(body, key, '-1d')))?.status).toBe(401);
    expect(await media.stays(room)).toEqual([]);
  });

  test('a hundred duplicates have one effect', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    const body = bodyOf({ event: 'participant_joined', room, who: expert, stay: 'PA_dup' });
    const signature = await signed(body);
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await media.report(body, signature))?.status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await media.stays(room)).toEqual([{ sid: 'PA_dup', identity: expert, inside: true }]);
    expect(await joinsOf(consultation.id)).toHaveLength(1);
  });

  const joinsOf = async (consultationId: string) =>
    (await settled('room.participant-joined')).filter((payload) => payload['consultationId'] === consultationId);
  const leavesOf = async (consultationId: string) =>
    (await settled('room.participant-left')).filter((payload) => payload['consultationId'] === consultationId);
  const finishesOf = async (consultationId: string) =>
    (await settled('room.finished')).filter((payload) => payload['consultationId'] === consultationId);
  const settled = async (type: Parameters<Media['published']>[0]) => {
    await media.settled();
    return media.published(type);
  };

  test('leaving before joining is one finished stay', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    await media.told({ event: 'participant_left', room, who: expert, stay: 'PA_r', since: -60 });
    await media.told({ event: 'participant_joined', room, who: expert, stay: 'PA_r', at: -60 });
    expect(await media.stays(room)).toEqual([{ sid: 'PA_r', identity: expert, inside: false }]);
    expect(await leavesOf(consultation.id)).toHaveLength(1);
    expect(await joinsOf(consultation.id)).toHaveLength(0);
  });

  test('a report a day old is taken note of once and changes nothing', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    const day = 86_400;
    expect(
      await media.told({ event: 'participant_joined', room, who: expert, stay: 'PA_old', at: -day, id: 'EV_old' }),
    ).toBe(200);
    expect(await media.told({ event: 'participant_joined', room, who: expert, stay: 'PA_now' })).toBe(200);
    expect(await media.told({ event: 'room_finished', room, at: -day })).toBe(200);
    expect(await media.stays(room)).toEqual([{ sid: 'PA_now', identity: expert, inside: true }]);
    expect(await finishesOf(consultation.id)).toEqual([]);
    expect(await media.rows(`SELECT 1 AS one FROM media.webhook_events WHERE event_id = 'EV_old'`)).toEqual([
      { one: 1 },
    ]);
  });

  test('a rejoin beside its ghost is one arrival, and the ghost’s leaving is no leaving', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    await media.told({ event: 'participant_joined', room, who: expert, stay: 'PA_g1', at: -20 });
    await media.told({ event: 'participant_joined', room, who: expert, stay: 'PA_g2' });
    await media.told({ event: 'participant_left', room, who: expert, stay: 'PA_g1', since: -20 });
    expect(await joinsOf(consultation.id)).toHaveLength(1);
    expect(await leavesOf(consultation.id)).toHaveLength(0);
    expect(await lookAt(people.requester, consultation.id)).toMatchObject({
      room: { participants: [{ identity: expert, role: 'EXPERT' }] },
    });
  });

  test('the end of the room ends what is open, once; the end of an earlier life of it does not', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    await media.told({ event: 'participant_joined', room, who: expert, stay: 'PA_f1', session: 'RM_a', at: -50 });
    await media.told({ event: 'participant_joined', room, who: requester, stay: 'PA_f2', session: 'RM_b' });
    await media.told({ event: 'room_finished', room, session: 'RM_a' });
    expect(await finishesOf(consultation.id)).toEqual([]);
    await media.told({ event: 'room_finished', room, session: 'RM_b' });
    expect((await media.stays(room)).map(({ inside }) => inside)).toEqual([false, false]);
    expect(await finishesOf(consultation.id)).toEqual([{ consultationId: consultation.id }]);
  });

  test('other rooms and other events are none of ours', async () => {
    expect(await media.told({ event: 'participant_joined', room: 'somebody-elses', who: 'x', stay: 'PA_x' })).toBe(200);
    expect(await media.told({ event: 'track_published', room: 'somebody-elses', who: 'x' })).toBe(200);
  });
});

describe('who must leave', () => {
  test.each(['consultation.ended', 'consultation.completed', 'consultation.cancelled'] as const)(
    'everybody when the session is over (%s), even while LiveKit is out of reach at first',
    async (type) => {
      const { consultation, room } = await media.consultationWithRoom();
      livekit.answer(503);
      await media.tell(happened(type, consultation), happened(type, consultation));
      expect((await livekit.asks(room, 2)).at(-1)).toMatchObject({ method: 'DeleteRoom', grant: { roomCreate: true } });
      expect(await lookAt(people.requester, consultation.id)).toMatchObject({
        room: { closedAt: expect.any(String), participants: [] },
      });
    },
  );

  test('a room that LiveKit does not know any more is as good as deleted', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    livekit.answer(404);
    await media.tell(happened('consultation.ended', consultation));
    expect(await livekit.asks(room)).toHaveLength(1);
  });

  test('an expert whose invitation is gone: at once, and again when an old token brings them back', async () => {
    const { consultation, room } = await media.consultationWithRoom({ acceptedExpertIds: [wang, li] });
    consultation.acceptedExpertIds = [li];
    await media.tell(happened('consultation.invitation-expired', consultation));
    expect(await livekit.asks(room)).toMatchObject([
      { method: 'RemoveParticipant', identity: expert, revokeTokenTs: expect.any(String) },
    ]);
    expect(await lookAt(people.expert, consultation.id)).toMatchObject({ room: null });
    await media.told({ event: 'participant_joined', room, who: expert, stay: `PA_${room}` });
    expect(await livekit.asks(room, 2)).toMatchObject([{}, { method: 'RemoveParticipant', identity: expert }]);
  });

  test('everybody when the consent is withdrawn; a new consent lets them in again', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    await media.tell(happened('consultation.consent-withdrawn', consultation));
    expect(await livekit.asks(room)).toMatchObject([{ method: 'DeleteRoom' }]);
    await media.ask(people.expert, JOIN, { input: { consultationId: consultation.id } });
    await media.told({ event: 'participant_joined', room, who: expert, stay: `PA_${room}` });
    expect(await lookAt(people.requester, consultation.id)).toMatchObject({
      room: { participants: [{ identity: expert }] },
    });
  });

  test('whoever comes into a closed room with a token that is still good', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    await media.tell(happened('consultation.ended', consultation));
    await livekit.asks(room);
    await media.told({ event: 'participant_joined', room, who: requester, stay: `PA_${room}` });
    expect(await livekit.asks(room, 2)).toMatchObject([{}, { method: 'DeleteRoom' }]);
  });
});

describe('who sees a room', () => {
  test('its clinic, its expert, its patient and the coordinator do, with the evidence of the call', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    const stays = [
      { who: requester, stay: 'a', since: -120 },
      { who: expert, stay: 'b', since: -100 },
      { who: `COORDINATOR:${people.coordinator.practitionerId}`, stay: 'c', since: -120 },
    ];
    for (const { who, stay, since } of stays)
      await media.told({ event: 'participant_left', room, who, stay: `PA_${room}_${stay}`, since, at: -40 });
    for (const who of [people.requester, people.expert, people.coordinator, patient(consultation.patientId)]) {
      expect(await lookAt(who, consultation.id)).toMatchObject({
        room: { name: room, segments: [{ seconds: 80 }, { seconds: 80 }, { seconds: 60 }] },
        // The coordinator looks on: only the 60 seconds of the other two together count.
        callEvidence: { seconds: 60, distinctParticipants: 2 },
      });
    }
  });

  test('others do not, and row-level security alone shows them nothing', async () => {
    const { consultation, room } = await media.consultationWithRoom();
    await media.told({ event: 'participant_joined', room, who: expert, stay: `PA_${room}` });
    for (const who of [people.otherExpert, people.requesterElsewhere, people.pharmacist, patient(clinic), null])
      expect(await lookAt(who, consultation.id)).toEqual({ id: consultation.id, room: null, callEvidence: null });
    for (const table of ['rooms', 'call_segments', 'network_lines', 'webhook_events'])
      for (const settings of [
        {},
        { roles: 'EXPERT', practitioner: clinic },
        { roles: 'PHARMACIST', institution: clinic },
      ])
        expect(await media.rowsAs(settings, `SELECT 1 FROM media.${table}`)).toEqual([]);
    expect(
      await media.rowsAs({ roles: 'REQUESTER', institution: clinic }, 'SELECT 1 FROM media.call_segments LIMIT 1'),
    ).toHaveLength(1);
    expect(
      await media.rowsAs({ roles: 'REQUESTER', institution: clinic }, 'DELETE FROM media.rooms RETURNING 1'),
    ).toEqual([]);
  });

  test('fifty rooms with their segments take two statements', async () => {
    const made = await media.consultationsWithRooms(50);
    const of = made.map(({ id }) => ({ __typename: 'Consultation', id }));
    const asked = media.statements(/from .*"?(rooms|call_segments)/i, () => media.ask(people.requester, ROOMS, { of }));
    expect(await asked).toBe(2);
  });
});

describe('without a video server', () => {
  test('the room is there, joining says what to set, and ending needs no server', async () => {
    const quiet = await openMedia({});
    try {
      const { consultation } = await quiet.consultationWithRoom();
      const refused = await quiet.ask(people.expert, JOIN, { input: { consultationId: consultation.id } });
      expect(codeOf(refused)).toBe('UPSTREAM_UNAVAILABLE');
      expect(refused.errors?.[0]?.message).toContain('LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET');
      expect((await quiet.report('{}', 'x'))?.status).toBe(503);
      await quiet.tell(happened('consultation.ended', consultation));
      const { data } = await quiet.ask(people.expert, ROOMS, {
        of: [{ __typename: 'Consultation', id: consultation.id }],
      });
      expect(data?.['_entities']).toMatchObject([{ room: { closedAt: expect.any(String) } }]);
    } finally {
      await quiet.stop();
    }
  });

  test('its settings come all or none, and every fault is told at once', () => {
    expect(() => parseSettings(mediaSettings, {})).not.toThrow();
    const half = { LIVEKIT_URL: 'http://video', LIVEKIT_API_SECRET: 'short' };
    expect(() => parseSettings(mediaSettings, half)).toThrow(
      /LIVEKIT_URL: must be a ws[^]*LIVEKIT_API_KEY: is missing beside LIVEKIT_URL and LIVEKIT_API_SECRET[^]*LIVEKIT_API_SECRET: must be 32/,
    );
  });
});
