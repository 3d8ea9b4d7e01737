/** Of each expert's opinion the version in force. */
import type { WholeConsultation } from './use-my-consultation.ts';

type Opinion = WholeConsultation['opinions'][number];

export function newestOf(opinions: readonly Opinion[]): readonly Opinion[] {
  const byExpert = Map.groupBy(opinions, ({ expert }) => expert.id);
  return [...byExpert.values()].flatMap(
    (versions) => versions.toSorted((one, other) => other.version - one.version)[0] ?? [],
  );
}
