/** POST /webhooks/livekit: LiveKit's reports, believed for their signature alone. */
import { readCapped } from '@huizhen/platform/http/read-capped';
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import { takeInReport } from '../actions/take-in-report.ts';
import { readWebhook } from '../livekit/read-webhook.ts';
import { requireVideoServer } from '../livekit/video-server.ts';
import type { MediaContext } from '../store/media.store.ts';

/** A report tells of one room and one participant. */
const BODY_BYTES = 256 * 1024;

export const livekitWebhook: Route<MediaContext> = {
  method: 'POST',
  path: '/webhooks/livekit',
  async handle(context, request) {
    const server = requireVideoServer(context.settings);
    const body = await readCapped(request.body, BODY_BYTES);
    const report = await readWebhook(server, body, request.headers.get('authorization'));
    await context.asService((own) => takeInReport(own, report));
    return new Response(null, { status: 200 });
  },
};
