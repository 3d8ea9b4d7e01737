/** Media against a real livekit-server: our tokens open its rooms, our jobs end them, its reports are believed. */
import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, type Listening } from '@huizhen/platform/http/listen';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessOf, happened, openMedia, people } from '../../subgraphs/media/test/given.ts';
import { findPeer } from '../harness/peers.ts';
import { key, startLivekit } from './livekit-server.ts';

const server = findPeer('livekit');

const JOIN =
  'mutation($input: JoinRoomInput!) { joinRoom(input: $input) { url token room expiresAt video { audioOnly } } }';

describe.skipIf(server.missing)(`with a real livekit-server${server.why}`, () => {
  let media: Awaited<ReturnType<typeof openMedia>>;
  let livekit: Awaited<ReturnType<typeof startLivekit>>;
  let gate: Listening;
  const reports: (number | undefined)[] = [];

  beforeAll(async () => {
    gate = await listen(
      gateTo((request) => media.route(request)),
      { host: '127.0.0.1', port: 0 },
    );
    livekit = await startLivekit(server.path, `http://127.0.0.1:${gate.port}/webhooks/livekit`);
    media = await openMedia({ LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: key.name, LIVEKIT_API_SECRET: key.secret });
  });
  afterAll(async () => {
    await livekit.stop();
    await media.stop();
    await gate.close();
  });

  /** What the gateway does: passes the request on as it came. */
  function gateTo(route: (request: Request) => Promise<Response | null>): Server {
    return createServer((incoming, response) => {
      void (async () => {
        const { authorization = '' } = incoming.headers;
        const body = await buffer(incoming);
        const answer = await route(
          new Request('http://platform/webhooks/livekit', { method: 'POST', body, headers: { authorization } }),
        );
        reports.push(answer?.status);
        response.writeHead(answer?.status ?? 404).end();
      })();
    });
  }

  async function joined() {
    const { consultation, room } = await media.consultationWithRoom();
    const { data } = await media.ask(people.expert, JOIN, { input: { consultationId: consultation.id } });
    const { token } = accessOf(data);
    return { consultation, room, token };
  }

  const validate = async (token: string) =>
    (await fetch(`http://127.0.0.1:${livekit.port}/rtc/validate?access_token=${token}`)).status;

  test('our token opens its room, a changed one does not', async () => {
    const { token } = await joined();
    expect(await validate(token)).toBe(200);
    expect(await validate(`${token.slice(0, -4)}AAAA`)).toBe(401);
  });

  test('the end of the session deletes the room within five seconds, and LiveKit’s own report of it is believed', async () => {
    const { consultation, room, token } = await joined();
    const socket = await enter(livekit.url, token);
    const rooms = new RoomServiceClient(livekit.url, key.name, key.secret);
    expect(await rooms.listRooms([room])).toHaveLength(1);
    const endedAt = Date.now();
    await media.tell(happened('consultation.ended', consultation));
    await expect.poll(() => rooms.listRooms([room]), { timeout: 5_000 }).toEqual([]);
    expect(Date.now() - endedAt).toBeLessThan(5_000);
    await expect
      .poll(() => media.published('room.finished'), { timeout: 10_000 })
      .toEqual([{ consultationId: consultation.id }]);
    expect(new Set(reports)).toEqual(new Set([200]));
    socket.close();
  });
});

/** Signalling alone makes the room: no media flows. */
async function enter(url: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url}/rtc?access_token=${token}&protocol=15&auto_subscribe=1&sdk=js&version=2.15.0`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('message', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  return socket;
}
