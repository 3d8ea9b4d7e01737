/** Money out of integer fen, without ever becoming a fraction: 9000 is 90.00. */
export function yuan(fen: number): string {
  const size = Math.abs(fen);
  const cents = String(size % 100).padStart(2, '0');
  const whole = String((size - (size % 100)) / 100).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${cents}`;
}
