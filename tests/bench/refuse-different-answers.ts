/** Speeds of contestants that don't say the same say nothing. */
import type { Contestant } from './in-turns.ts';

/** Compares what they write, byte for byte. */
export async function refuseDifferentAnswers(
  one: Contestant,
  other: Contestant,
  bodies: readonly string[],
): Promise<void> {
  for (const body of bodies) {
    const [expected, actual] = await Promise.all([answerOf(one, body), answerOf(other, body)]);
    if (expected === actual && expected.startsWith('{"data":{"consultations":{"nodes":[{')) continue;
    const from = Array.from({ length: expected.length }).findIndex((_, at) => expected[at] !== actual[at]);
    throw new Error(
      `${other.name} answers otherwise than ${one.name}, from character ${from} on: ${actual.slice(from, from + 200)} instead of ${expected.slice(from, from + 200)}`,
    );
  }
}

async function answerOf({ url, token }: Contestant, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body });
  return (await response.text()).trimEnd();
}
