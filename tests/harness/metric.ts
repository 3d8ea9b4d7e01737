/** One figure of the endpoint's metrics, summed over its labels. */
import type { Clinic } from './clinic.ts';

export async function metric({ port }: Pick<Clinic, 'port'>, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
