/** 申请医生: their consultations, their patients, and asking for an expert’s answer. */
import type { Workspace } from '../workspace.ts';
import { lazily } from '../../shared/loading/lazily.ts';

const HomePage = lazily(async () => (await import('./home/home-page.tsx')).HomePage);
const PatientsPage = lazily(async () => (await import('./patients/patients-page.tsx')).PatientsPage);
const RecordPage = lazily(async () => (await import('./record/record-page.tsx')).RecordPage);
const CasePage = lazily(async () => (await import('./consultation/case-page.tsx')).CasePage);

export const workspace: Workspace = {
  name: 'doctor',
  role: 'REQUESTER',
  fontSize: 14,
  pages: [
    { path: '', page: HomePage },
    { path: 'patients', page: PatientsPage },
    { path: 'patients/:patientId', page: RecordPage },
    { path: 'consultations/:consultationId', page: CasePage },
  ],
  words: { zh: () => import('./words.zh.ts'), en: () => import('./words.en.ts') },
};
