/** Money is integer fen (1/100 yuan); shares of it are exact fractions until the very last step. */

/** numerator ÷ denominator (positive) to the nearest integer, halves to the even one. */
export function roundHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = floorDivide(numerator, denominator);
  const doubled = 2n * (numerator - quotient * denominator);
  if (doubled < denominator) return quotient;
  if (doubled > denominator) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
}

export function yuan(fen: number | bigint): string {
  const amount = BigInt(fen);
  const [sign, size] = amount < 0n ? ['-', -amount] : ['', amount];
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')} 元`;
}

/** 7000 basis points are 70%. */
export function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
