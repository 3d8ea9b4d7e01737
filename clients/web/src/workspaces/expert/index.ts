/** 专家工作台: who waits for my answer, one request on one screen, the call, and the opinion that I sign. */
import type { Workspace } from '../workspace.ts';
import { lazily } from '../../shared/loading/lazily.ts';

const DeskPage = lazily(async () => (await import('./desk/desk-page.tsx')).DeskPage);
const ExpertRequestPage = lazily(async () => (await import('./request/expert-request-page.tsx')).ExpertRequestPage);

export const workspace: Workspace = {
  name: 'expert',
  role: 'EXPERT',
  fontSize: 14,
  pages: [
    { path: '', page: DeskPage },
    { path: ':consultationId', page: ExpertRequestPage },
  ],
  words: { zh: () => import('./words.zh.ts'), en: () => import('./words.en.ts') },
};
