/** Media's repositories on one transaction. */
import type { Context, Unit, UnitTools } from '@huizhen/platform/subgraph/context';
import type { MediaSettings } from '../config.ts';
import { CallSegmentRepository } from './call-segment.repository.ts';
import { NetworkLineRepository } from './network-line.repository.ts';
import { RoomRepository } from './room.repository.ts';
import { WebhookEventRepository } from './webhook-event.repository.ts';

export function mediaStore(tools: UnitTools) {
  return {
    rooms: new RoomRepository(tools),
    segments: new CallSegmentRepository(tools),
    networkLines: new NetworkLineRepository(tools),
    webhookEvents: new WebhookEventRepository(tools),
  };
}

export type MediaStore = ReturnType<typeof mediaStore>;
export type MediaUnit = Unit<MediaStore>;
export type MediaContext = Context<MediaStore, MediaSettings>;
