/** Opens both subscriptions before anything happens to the consultation. */
import type { Step } from '../demo-run.ts';
import { openFeeds } from '../live/live-feeds.ts';

export const followLive: Step = {
  name: 'follow-live',
  title: '订阅 Follow live: 队列 queue · 会诊 consultation',
  everyRun: true,
  async run(demo) {
    demo.feeds = await openFeeds(demo);
    demo.print.good('两个订阅已打开 both subscriptions are open');
  },
};
