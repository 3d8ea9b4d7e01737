/** The platform could not be reached, or something between answered in its place; nobody knows whether it was done. */
export class NetworkProblem extends Error {
  override readonly name = 'NetworkProblem';
  readonly code = 'NETWORK';
}

export function unreachable(url: string, cause: unknown): NetworkProblem {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new NetworkProblem(`${url} cannot be reached (${why}). Check the network and try again.`, { cause });
}
