/** Times of years that neither ISO 8601 nor PostgreSQL writes with four digits cannot be kept. */
export function timeFault(time: Date): string | null {
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9_999 ? null : 'must lie in the years 1 to 9999 (UTC)';
}
