/** How the line to the server is, as the quiet line in the header says it. */
import type { ConnectionState, Standing } from '@huizhen/sdk';

export interface Line {
  /** Idle while nothing is watched. */
  readonly state: ConnectionState | 'idle';
  /** Since when, by the device's clock; it is shown beside the device's own clock. */
  readonly since: number;
}

export function lineOf({ state, since, watched }: Standing): Line {
  return { state: state === 'live' && !watched ? 'idle' : state, since };
}
