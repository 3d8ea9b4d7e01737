/**
 * An answer that is given up when its time is over or nobody waits for it any more, whether or not the subgraph obeys the
 * signal. One object and no closures: every fetch in the process passes here.
 */
import type { SubgraphPeer, SubgraphRequest } from '@huizhen/platform/subgraph/subgraph-peer';
import type { ExecutionResult } from 'graphql';

export class GivenUp extends Error {
  readonly because: 'late' | 'gone';

  constructor(because: 'late' | 'gone') {
    super(because);
    this.because = because;
  }
}

export class AwaitedAnswer {
  private readonly settled = Promise.withResolvers<ExecutionResult>();
  private readonly running = new AbortController();
  private readonly signal: AbortSignal | undefined;
  private readonly timer: NodeJS.Timeout;

  /** @param request with the time after which it is late */
  constructor(peer: SubgraphPeer, request: SubgraphRequest & { readonly patienceMs: number }) {
    this.signal = request.signal;
    this.timer = setTimeout(giveUp, request.patienceMs, this);
    this.signal?.addEventListener('abort', this);
    void this.settleWith(peer, request);
  }

  get answer(): Promise<ExecutionResult> {
    return this.settled.promise;
  }

  /** Whoever waited has gone. */
  handleEvent(): void {
    this.giveUp('gone');
  }

  giveUp(because: GivenUp['because']): void {
    this.stopWaiting();
    this.settled.reject(new GivenUp(because));
    this.running.abort();
  }

  private async settleWith(peer: SubgraphPeer, request: SubgraphRequest): Promise<void> {
    try {
      this.settled.resolve(await peer.execute({ ...request, signal: this.running.signal }));
    } catch (error) {
      this.settled.reject(error);
    } finally {
      this.stopWaiting();
    }
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.signal?.removeEventListener('abort', this);
  }
}

function giveUp(late: AwaitedAnswer): void {
  late.giveUp('late');
}
