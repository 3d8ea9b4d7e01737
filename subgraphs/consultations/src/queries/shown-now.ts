/** Consultations as they stand now, for a live stream: policy and access log as for any other read, in one transaction. */
import { inOrderOf } from '@huizhen/platform/subgraph/loader';
import { mayRead } from '../domain/consultation-policy.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext, ConsultationsUnit } from '../store/consultations.store.ts';
import type { Exposures } from './exposures.ts';

export interface Watch {
  /** In the access log, such as 'consultation.follow'. */
  readonly name: string;
  readonly exposures: Exposures;
}

/** Those of the ids that the viewer may see now, in their order; a transaction of its own, since a stream outlives its operation. */
export async function shownNow(
  context: ConsultationsContext,
  watch: Watch,
  find: (unit: ConsultationsUnit) => Promise<readonly string[]>,
): Promise<Consultation[]> {
  const now = context.clock.now();
  const shown = await context.transact(async (unit) => {
    const ids = await find(unit);
    const loaded = inOrderOf(ids, await unit.consultations.byIds(ids), ({ id }) => id);
    const visible = loaded
      .filter((consultation) => consultation !== null)
      .filter((consultation) => mayRead(context.viewer, consultation).allowed);
    unit.audit.read(watch.name, watch.exposures.due(visible, now));
    return visible;
  });
  watch.exposures.note(watch.exposures.due(shown, now), now);
  return shown;
}
