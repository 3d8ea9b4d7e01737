/** A centre at work: everything that can happen to requests happens to some of them, by several people. */
import { randomUUID } from 'node:crypto';
import type { Clinic } from './clinic.ts';
import { consultationAt } from './consultation-at.ts';
import { bundleOf, createConsultation, importPatient, practitionerIdOf, recordConsent, step } from './main-job.ts';

/** Requests as they lie there in the morning; call what comes back to let the day begin. */
export async function busyCentre(clinic: Clinic): Promise<() => Promise<void>> {
  const names = ['requester', 'coordinator', 'expert1', 'expert2'] as const;
  const [requester, coordinator, expert, other] = await Promise.all(names.map((name) => clinic.as(name)));
  if (!requester || !coordinator || !expert || !other) throw new Error('Somebody could not sign in.');
  const [expertId, otherId] = await Promise.all([practitionerIdOf(expert), practitionerIdOf(other)]);
  const [toApprove, toReturn, toCancel] = await several(() => consultationAt(clinic, 'UNDER_REVIEW'));
  const [toAccept, toDecline, toWithdraw] = await several(() => consultationAt(clinic, 'PENDING'));
  const [toStart, toCarryOn] = await several(() => consultationAt(clinic, 'ASSIGNED'));
  const toInterrupt = await consultationAt(clinic, 'IN_PROGRESS');
  return async () => {
    await step.approve(coordinator, toApprove.id);
    await step.return(coordinator, toReturn.id, '请补充近一周的血压记录');
    await step.cancel(requester, toCancel.id);
    await step.invite(coordinator, toAccept.id, [expertId, otherId]);
    await step.accept(expert, toAccept.id);
    await step.invite(coordinator, toDecline.id, [otherId]);
    await step.decline(other, toDecline.id, 'UNAVAILABLE');
    await step.cancel(requester, toWithdraw.id);
    await step.start(requester, toStart.id);
    await step.start(requester, toCarryOn.id);
    await step.end(requester, toCarryOn.id);
    await step.signOpinion(expert, toCarryOn.id);
    await step.complete(requester, toCarryOn.id);
    await step.interrupt(requester, toInterrupt.id);
    const patientId = await importPatient(requester, bundleOf(randomUUID()));
    await recordConsent(requester, patientId);
    const { id } = await createConsultation(requester, patientId);
    await step.submit(requester, id);
    await step.approve(coordinator, id);
  };
}

async function several<T>(make: () => Promise<T>): Promise<[T, T, T]> {
  return [await make(), await make(), await make()];
}
