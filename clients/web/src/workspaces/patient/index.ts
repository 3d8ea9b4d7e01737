/** 患者: today, one's consultations, bills, consents, who saw the record, and the record itself, in plain words. */
import { lazy } from 'react';
import type { Workspace } from '../workspace.ts';

const TodayPage = lazy(async () => ({ default: (await import('./today/today-page.tsx')).TodayPage }));
const ConsultationPage = lazy(async () => ({
  default: (await import('./consultation/consultation-page.tsx')).ConsultationPage,
}));
const CallPage = lazy(async () => ({ default: (await import('./consultation/call-page.tsx')).CallPage }));
const RecordPage = lazy(async () => ({ default: (await import('./record/record-page.tsx')).RecordPage }));
const BillsPage = lazy(async () => ({ default: (await import('./bills/bills-page.tsx')).BillsPage }));
const ConsentsPage = lazy(async () => ({ default: (await import('./consents/consents-page.tsx')).ConsentsPage }));
const AccessesPage = lazy(async () => ({ default: (await import('./accesses/accesses-page.tsx')).AccessesPage }));

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
