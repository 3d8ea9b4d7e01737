/** The demo's doctor looks at the record of the patient who has an account, so that this patient can see who did. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { ActAs } from '@huizhen/platform/subgraph/define-subgraph';
import { demoId } from '@huizhen/schema/demo-ids';
import { recordKinds } from '../domain/clinical-record.ts';
import { consentsOfPatient } from '../queries/consents-of-patient.ts';
import { knownPatient } from '../queries/patient-by-id.ts';
import { recordPage } from '../queries/read-record.ts';
import type { PatientsContext } from '../store/patients.store.ts';

export const accountPatient = demoId('patient', 1);

const doctor: Viewer = {
  subject: demoId('account', 1),
  displayName: '',
  roles: ['REQUESTER'],
  institutionId: demoId('institution', 1),
  practitionerId: demoId('practitioner', 1),
  patientId: null,
  centre: false,
  service: null,
  scopes: [],
  partnerAppId: null,
};

export async function lookAtRecord(as: ActAs<PatientsContext>): Promise<void> {
  await as(doctor, async (context) => {
    await knownPatient(context, accountPatient);
    await consentsOfPatient(context).load(accountPatient);
    const everything = { patientId: accountPatient, code: null, since: null, take: 20, after: null };
    await Promise.all(recordKinds.map((kind) => recordPage(context, { ...everything, kind })));
  });
}
