/** Every HTTP route of the gateway: the endpoint, its playground, health and metrics, and what subgraphs publish. */
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { Hono, type Context } from 'hono';
import { Registry } from 'prom-client';
import { clientAddress, type Arrival } from '../partners/client-address.ts';
import { watchHttp } from '../telemetry/watch-http.ts';
import type { Telemetry } from '../telemetry/watch-operation.ts';
import { answerGraphql, type GraphqlOverHttp, type Origin } from './answer-graphql.ts';
import { crossOrigin } from './cross-origin.ts';
import { requestIds, type WithRequestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import { throttled } from './throttled.ts';

export interface AppOptions extends GraphqlOverHttp {
  readonly peers: ReadonlyMap<string, SubgraphPeer>;
  readonly tokens: InternalTokens;
  readonly telemetry: Telemetry;
  /** Metrics of what else runs in this process. */
  readonly otherMetrics: readonly Registry[];
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: number;
  /** Answers with the playground's page and files; null when a request is not for it. */
  readonly playground: ((request: Request) => Promise<Response | null>) | null;
  /** Answers with the pages for people and their files; null when a request is for a program. */
  readonly web: (request: Request) => Promise<Response | null>;
  ready(): Promise<boolean>;
}

/** What is known of each request: its id, and from the HTTP server, where it came from. */
export interface Endpoint extends WithRequestId {
  Bindings: { incoming: Arrival };
}

export function createApp(options: AppOptions): Hono<Endpoint> {
  const app = new Hono<Endpoint>();
  const { playground, telemetry, otherMetrics } = options;
  const metrics = Registry.merge([telemetry.metrics.registry, ...otherMetrics]);
  app.use(requestIds);
  app.use(securityHeaders);
  app.use(crossOrigin(options.allowedOrigins));
  app.get('/health/live', (c) => c.text('live'));
  app.get('/health/ready', async (c) => ((await options.ready()) ? c.text('ready') : c.text('not ready', 503)));
  app.get('/metrics', async (c) => c.text(await metrics.metrics(), 200, { 'content-type': metrics.contentType }));
  app.all(
    '/graphql',
    async (c) =>
      (await playground?.(c.req.raw)) ??
      watchHttp(telemetry, c.req.raw, () => answerGraphql(options, c.req.raw, originOf(c, options))),
  );
  if (playground) app.get('/playground/*', async (c) => (await playground(c.req.raw)) ?? c.notFound());
  app.use(
    '/oauth/*',
    throttled(options.gate, (c) => originOf(c, options).address),
  );
  app.all('*', async (c) => (await options.web(c.req.raw)) ?? forward(options, c.req.raw, c.var.requestId));
  app.onError((error, c) => {
    telemetry.logger.error({ err: { type: error.name, stack: error.stack } }, 'a request failed unexpectedly');
    const body = {
      errors: [
        { message: 'Something went wrong on our side. Try again in a moment.', extensions: { code: 'INTERNAL' } },
      ],
    };
    return c.json(body, 500);
  });
  return app;
}

/** Passes a request on to the subgraph that publishes its path; such routes carry their own tokens or signatures. */
async function forward({ peers, tokens }: AppOptions, request: Request, requestId: string): Promise<Response> {
  const token = await tokens.mint({ viewer: null, purpose: null });
  const peer = routeOwner(peers, new URL(request.url).pathname);
  const answer = peer && (await peer.route(request, token, requestId));
  return (
    answer ??
    Response.json({ status: 404, code: 'NOT_FOUND', detail: 'There is nothing at this address.' }, { status: 404 })
  );
}

/** The first segment of a path says whose it is. */
const owners: Readonly<Record<string, string>> = {
  'dicom-web': 'imaging',
  uploads: 'imaging',
  webhooks: 'media',
  oauth: 'directory',
};

function routeOwner(peers: ReadonlyMap<string, SubgraphPeer>, path: string): SubgraphPeer | undefined {
  const owner = owners[path.split('/')[1] ?? ''];
  return owner === undefined ? undefined : peers.get(owner);
}

function originOf(c: Context<Endpoint>, { trustedProxies }: AppOptions): Origin {
  return { requestId: c.var.requestId, address: clientAddress(c.env.incoming, trustedProxies) };
}
