/** 患者: today, one's consultations, bills, consents, who saw the record, and the record itself, in plain words. */
import type { Workspace } from '../workspace.ts';
import { lazily } from '../../shared/loading/lazily.ts';

const TodayPage = lazily(async () => (await import('./today/today-page.tsx')).TodayPage);
const ConsultationPage = lazily(async () => (await import('./consultation/consultation-page.tsx')).ConsultationPage);
const CallPage = lazily(async () => (await import('./consultation/call-page.tsx')).CallPage);
const RecordPage = lazily(async () => (await import('./record/record-page.tsx')).RecordPage);
const BillsPage = lazily(async () => (await import('./bills/bills-page.tsx')).BillsPage);
const ConsentsPage = lazily(async () => (await import('./consents/consents-page.tsx')).ConsentsPage);
const AccessesPage = lazily(async () => (await import('./accesses/accesses-page.tsx')).AccessesPage);

export const workspace: Workspace = {
  name: 'patient',
  role: 'PATIENT',
  fontSize: 16,
  pages: [
    { path: '', page: TodayPage },
    { path: 'consultations/:id', page: ConsultationPage },
    { path: 'consultations/:id/call', page: CallPage },
    { path: 'record', page: RecordPage },
    { path: 'bills', page: BillsPage },
    { path: 'consents', page: ConsentsPage },
    { path: 'accesses', page: AccessesPage },
  ],
  words: { zh: () => import('./words.zh.ts'), en: () => import('./words.en.ts') },
};
