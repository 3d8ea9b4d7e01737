/** The demo's expert and coordinator look at the consultation under way of the patient who has an account. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { ActAs } from '@huizhen/platform/subgraph/define-subgraph';
import { consultationCentre, coordinator, demoId, practitionerOfExpert } from '@huizhen/schema/demo-ids';
import { consultationWithId } from '../queries/consultation-with-id.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import type { DemoConsultation } from './demo-consultations.ts';

const nobody = { displayName: '', patientId: null, service: null, scopes: [], partnerAppId: null };

const lookers: readonly Viewer[] = [
  {
    ...nobody,
    subject: demoId('account', 4),
    roles: ['COORDINATOR'],
    institutionId: demoId('institution', consultationCentre),
    practitionerId: demoId('practitioner', coordinator),
    centre: true,
  },
  {
    ...nobody,
    subject: demoId('account', 2),
    roles: ['EXPERT'],
    institutionId: demoId('institution', 9),
    practitionerId: demoId('practitioner', practitionerOfExpert(1)),
    centre: false,
  },
];

export async function lookAtConsultation(
  all: readonly DemoConsultation[],
  as: ActAs<ConsultationsContext>,
): Promise<void> {
  const under = all.find(({ patientId, status }) => patientId === demoId('patient', 1) && status === 'IN_PROGRESS');
  if (under) for (const viewer of lookers) await as(viewer, (context) => consultationWithId(context, under.id));
}
