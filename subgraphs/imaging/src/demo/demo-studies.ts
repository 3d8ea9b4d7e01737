/** Which demo patients have a CT, and for which consultation; phantoms, made up as the rest of the demo data. */
import { demoId, institutionOfPatient } from '@huizhen/schema/demo-ids';
import { minutesAfter } from '@huizhen/schema/demo-time';
import type { CtPhantom } from '../phantom/ct-phantom.ts';
import { seededUid } from '../phantom/seeded-uid.ts';
import type { UploadPurpose } from '../actions/store-files.ts';

export interface DemoStudy {
  readonly purpose: UploadPurpose;
  readonly phantom: CtPhantom;
}

interface Uploaded {
  readonly patient: number;
  readonly requester: number;
  readonly consultation: number;
  readonly minutesAgo: number;
}

/** The lung nodule that is to be reported on, and the chest pain in session. Numbers as in the demo consultations. */
const uploaded: readonly Uploaded[] = [
  { patient: 25, requester: 16, consultation: 18, minutesAgo: 24 * 60 + 20 },
  { patient: 1, requester: 1, consultation: 14, minutesAgo: 45 },
];

export function demoStudies(now: Date): DemoStudy[] {
  return uploaded.map((one) => {
    const patientId = demoId('patient', one.patient);
    const studyUid = seededUid(`demo study of ${patientId}`);
    const purpose = {
      id: 'demo',
      subject: demoId('practitioner', one.requester),
      patientId,
      institutionId: demoId('institution', institutionOfPatient(one.patient)),
      consultationId: demoId('consultation', one.consultation),
    };
    const phantom = {
      studyUid,
      seriesUid: seededUid(`${studyUid}/1`),
      patientId: `PHANTOM-${one.patient}`,
      patientName: 'Phantom=体^模',
      startedAt: minutesAfter(now, -one.minutesAgo),
    };
    return { purpose, phantom };
  });
}
