/** A subgraph gave no answer that can be used. Says in one word why, and nothing of what came: that may hold anything. */
import { UpstreamUnavailable } from '../errors/expected-errors.ts';

export type Fault =
  /** Nobody took the connection: nothing was sent. */
  | 'connect'
  | 'deadline'
  /** The connection broke after something was sent. */
  | 'lost'
  /** It refused this one request, and may well answer others. */
  | 'refused'
  | 'status'
  | 'content-type'
  | 'size'
  | 'not-json'
  | 'shape';

export class SubgraphFault extends UpstreamUnavailable {
  readonly fault: Fault;

  constructor(service: string, fault: Fault) {
    super(service);
    this.fault = fault;
  }
}
