/** Is the process of this container ready for work? For HEALTHCHECK: ends with 0 or 1. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}/health/ready`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
