/** Why a request did not get through; fetch keeps the reason in the error's cause. */
export function networkProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
