/** Which consents hold now, which end soon, and which are over. */
interface Period {
  readonly purpose: string;
  readonly validUntil: string | null;
  readonly withdrawnAt: string | null;
}

const soonMs = 30 * 86_400_000;

export function isInForce({ withdrawnAt, validUntil }: Omit<Period, 'purpose'>, now: number): boolean {
  return withdrawnAt === null && (validUntil === null || Date.parse(validUntil) > now);
}

/** Those that end within thirty days, with nothing of the same purpose that lasts longer. */
export function endingSoon<One extends Period>(
  consents: readonly One[],
  now: number,
): readonly (One & { readonly validUntil: string })[] {
  const lasting = consents.filter((one) => isInForce(one, now) && !isSoon(one.validUntil, now));
  return consents.flatMap((one) => {
    const { validUntil, purpose } = one;
    if (validUntil === null || !isInForce(one, now) || !isSoon(validUntil, now)) return [];
    return lasting.some((other) => other.purpose === purpose) ? [] : [{ ...one, validUntil }];
  });
}

function isSoon(validUntil: string | null, now: number): boolean {
  return validUntil !== null && Date.parse(validUntil) - now < soonMs;
}
