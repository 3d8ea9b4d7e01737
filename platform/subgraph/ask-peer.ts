/** One subgraph asks another over its published graph. */
import { SpanKind } from '@opentelemetry/api';
import { z } from 'zod';
import { serviceViewer } from '../access/service-viewer.ts';
import { errorCodes, type ErrorCode } from '../errors/error-code.ts';
import { UpstreamUnavailable } from '../errors/expected-errors.ts';
import { ExpectedError } from '../errors/platform-error.ts';
import { traced } from '../telemetry/tracing.ts';
import type { Question } from './context.ts';
import type { SubgraphPeer, SubgraphRequest } from './subgraph-peer.ts';
import type { SubgraphServices } from './subgraph-services.ts';

/** The other subgraph answered with an error that concerns the caller. */
class Refused extends ExpectedError {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const errorCode = z.object({ code: z.enum(errorCodes) });

const asking = { kind: SpanKind.CLIENT };

type PeerRequest = Omit<SubgraphRequest, 'token'> & { readonly token: string | null };

export async function askPeer<Answer>(
  services: SubgraphServices,
  question: Question<Answer>,
  request: PeerRequest,
): Promise<Answer> {
  const peer = services.peer(question.subgraph);
  const token = request.token ?? (await services.tokens.mint({ viewer: serviceViewer(services.name), purpose: null }));
  const result = await answerOf(peer, { ...request, token, kind: 'query' });
  const error = result.errors?.[0];
  if (error) {
    const known = errorCode.safeParse(error.extensions);
    if (known.success && known.data.code !== 'INTERNAL') throw new Refused(known.data.code, error.message);
    services.logger.error({ peer: peer.name, requestId: request.requestId }, 'a subgraph failed to answer another');
    throw new UpstreamUnavailable(peer.name);
  }
  return question.answer.parse(result.data);
}

async function answerOf(peer: SubgraphPeer, request: SubgraphRequest) {
  try {
    return await traced(`ask ${peer.name}`, asking, () => peer.execute(request));
  } catch {
    throw new UpstreamUnavailable(peer.name);
  }
}
