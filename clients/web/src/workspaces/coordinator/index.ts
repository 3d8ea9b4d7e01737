/** 会诊调度: the live queue, and what a coordinator does with a request in it. */
import { lazy } from 'react';
import type { Workspace } from '../workspace.ts';

const QueuePage = lazy(async () => ({ default: (await import('./queue/queue-page.tsx')).QueuePage }));
const DutyPage = lazy(async () => ({ default: (await import('./duty/duty-page.tsx')).DutyPage }));

export const workspace: Workspace = {
  name: 'coordinator',
  role: 'COORDINATOR',
  fontSize: 14,
  pages: [
    { path: 'duty', page: DutyPage },
    { path: ':consultationId?', page: QueuePage },
  ],
  words: { zh: () => import('./words.zh.ts'), en: () => import('./words.en.ts') },
};
