/** Settings of media: the video server, and how far its clock and ours may be apart. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';

export const mediaSettings = defineSettings({
  LIVEKIT_URL: {
    schema: z.url({ protocol: /^wss?$/, error: 'must be a ws:// or wss:// address' }).optional(),
    about: 'The LiveKit server that carries the calls; without it no video room can be joined, all else works.',
    example: 'wss://video.example.cn',
    needs: ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'],
  },
  LIVEKIT_API_KEY: {
    schema: z.string().min(1).optional(),
    about: 'The name of the key that LiveKit knows us by.',
    example: 'huizhen',
    needs: ['LIVEKIT_URL', 'LIVEKIT_API_SECRET'],
  },
  LIVEKIT_API_SECRET: {
    schema: z.string().min(32, 'must be 32 characters or more').optional(),
    about: 'The secret of that key: it signs room tokens and proves that a webhook is LiveKit’s.',
    example: '$(openssl rand -base64 32)',
    needs: ['LIVEKIT_URL', 'LIVEKIT_API_KEY'],
  },
  ROOM_TOKEN_MINUTES: {
    schema: z.coerce.number('must be a number').min(1).max(10).default(5),
    about: 'How long a room token can be used for joining, in minutes; 10 at most.',
    example: '5',
  },
  LIVEKIT_WEBHOOK_LATE_MINUTES: {
    schema: z.coerce.number('must be a number').min(1).max(60).default(5),
    about: 'A report from LiveKit that is older than this many minutes is noted and changes nothing.',
    example: '5',
  },
});

export type MediaSettings = SettingsOf<typeof mediaSettings>;
