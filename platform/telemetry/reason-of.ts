/** The words of an error, for a log line: errors of libraries carry whole connections with them. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'something that is not an error was thrown';
}
