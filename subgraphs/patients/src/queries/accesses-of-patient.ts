/** Who has seen the record of the patient who asks; that they asked is recorded too. */
import { allow } from '@huizhen/platform/access/allow';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { mayReadAccesses } from '../domain/patient-policy.ts';
import type { RecordAccess } from '../domain/record-access.ts';
import type { AccessKey } from '../store/access.repository.ts';
import type { PatientsContext } from '../store/patients.store.ts';

export interface FoundAccesses {
  /** One more than asked for where more follows. */
  readonly rows: readonly RecordAccess[];
  readonly count: () => Promise<number>;
}

/** `patientId` is of somebody whom the viewer may know. */
export async function accessesOfPatient(
  context: PatientsContext,
  patientId: string,
  request: PageRequest<AccessKey>,
): Promise<FoundAccesses> {
  const viewer = context.signedIn();
  return context.read(async ({ accesses, audit }) => {
    const subject = { id: patientId, patientId };
    allow(mayReadAccesses(viewer, patientId), 'patient.read-accesses', subject);
    audit.read('patient.read-accesses', [subject]);
    return {
      rows: await accesses.page(viewer.subject, request),
      count: () => context.read((unit) => unit.accesses.count(viewer.subject)),
    };
  });
}
