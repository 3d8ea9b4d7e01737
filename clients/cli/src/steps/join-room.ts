/** Expert and requester get their tickets to the video room; a platform without a media server says so, and work goes on. */
import { z } from 'zod';
import { known, type DemoRun, type Step } from '../demo-run.ts';
import type { PlatformClient } from '../platform-client.ts';
import { PlatformRefusal } from '../platform-refusal.ts';

const document = `mutation JoinRoom($input: JoinRoomInput!) {
  joinRoom(input: $input) {
    url expiresAt
    video { width height framesPerSecond maxBitrateKbps audioOnly because }
  }
}`;
const video = z.object({
  width: z.number(),
  height: z.number(),
  framesPerSecond: z.number(),
  maxBitrateKbps: z.number(),
  audioOnly: z.boolean(),
  because: z.string(),
});
const answer = z.object({ joinRoom: z.object({ url: z.string(), expiresAt: z.string(), video }) });

export const joinRoom: Step = {
  name: 'join-room',
  title: '进入会诊室 Join the room (LiveKit)',
  async run(demo) {
    for (const person of [demo.people.expert, demo.people.requester]) await join(demo, person);
  },
};

async function join(demo: DemoRun, person: PlatformClient): Promise<void> {
  const variables = { input: { consultationId: known(demo, 'consultationId'), networkQuality: 'GOOD' } };
  try {
    const { joinRoom: access } = await person.ask({ document, variables, answer });
    const { width, height, framesPerSecond, maxBitrateKbps, audioOnly, because } = access.video;
    const picture = audioOnly
      ? '仅音频 audio only'
      : `${width}×${height} ${framesPerSecond}fps ≤${maxBitrateKbps} kbps`;
    demo.print.good(`${person.username}: ${access.url} · ${picture} · 有效至 valid until ${access.expiresAt}`);
    demo.print.fact(because);
  } catch (error) {
    if (!(error instanceof PlatformRefusal) || error.code !== 'UPSTREAM_UNAVAILABLE') throw error;
    demo.print.notice(`${person.username}: ${error.message}`);
  }
}
