/** Tests ask faster than people do, all from one address: the rate limits have tests of their own. */
export const unlimited = {
  RATE_LIMIT_VIEWER_PER_MINUTE: '1000000',
  RATE_LIMIT_PARTNER_PER_MINUTE: '1000000',
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1000000',
} as const;
