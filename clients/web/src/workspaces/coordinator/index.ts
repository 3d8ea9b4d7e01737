/** 会诊调度: the live queue, and what a coordinator does with a request in it. */
import type { Workspace } from '../workspace.ts';
import { lazily } from '../../shared/loading/lazily.ts';

const queuePage = () => import('./queue/queue-page.tsx');
const QueuePage = lazily(async () => (await queuePage()).QueuePage);
const DutyPage = lazily(async () => (await import('./duty/duty-page.tsx')).DutyPage);

export const workspace: Workspace = {
  name: 'coordinator',
  role: 'COORDINATOR',
  fontSize: 14,
  prefetch: queuePage,
  pages: [
    { path: 'duty', page: DutyPage },
    { path: ':consultationId?', page: QueuePage },
  ],
  words: { zh: () => import('./words.zh.ts'), en: () => import('./words.en.ts') },
};
