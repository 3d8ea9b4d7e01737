/** Reads a report of LiveKit's once its signature fits its body: https://docs.livekit.io/home/server/webhooks/ */
import { WebhookReceiver, type WebhookEvent } from 'livekit-server-sdk';
import { z } from 'zod';
import { WebhookRefused, WebhookUnreadable } from '../domain/media-errors.ts';
import type { RoomReport } from '../domain/room-report.ts';
import type { VideoServer } from './video-server.ts';

const base = { id: z.string().min(1).max(200), at: z.date(), roomName: z.string(), sessionSid: z.string() };
const stay = z.object({ sid: z.string().min(1), identity: z.string().min(1), joinedAt: z.date() });
const report = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.enum(['JOINED', 'LEFT']), stay }),
  z.object({ ...base, kind: z.enum(['FINISHED', 'OTHER']) }),
]);

const kinds: Readonly<Record<string, RoomReport['kind']>> = {
  participant_joined: 'JOINED',
  participant_left: 'LEFT',
  room_finished: 'FINISHED',
};

export async function readWebhook(server: VideoServer, body: string, signature: string | null): Promise<RoomReport> {
  const parsed = report.safeParse(reportOf(await signedEvent(server, body, signature)));
  if (!parsed.success) throw new WebhookUnreadable();
  return parsed.data;
}

async function signedEvent(
  { apiKey, apiSecret }: VideoServer,
  body: string,
  signature: string | null,
): Promise<WebhookEvent> {
  if (!signature) throw new WebhookRefused();
  try {
    return await new WebhookReceiver(apiKey, apiSecret).receive(body, signature);
  } catch {
    throw new WebhookRefused();
  }
}

function reportOf({ id, event, createdAt, room, participant }: WebhookEvent) {
  return {
    id,
    at: new Date(Number(createdAt) * 1000),
    kind: kinds[event] ?? 'OTHER',
    roomName: room?.name ?? '',
    sessionSid: room?.sid ?? '',
    stay: participant && { sid: participant.sid, identity: participant.identity, joinedAt: joinedAt(participant) },
  };
}

/** Older servers tell whole seconds only. */
function joinedAt(participant: { readonly joinedAt: bigint; readonly joinedAtMs: bigint }): Date {
  return new Date(Number(participant.joinedAtMs || participant.joinedAt * 1000n));
}
