/** Who fits best and why; the expert whose account the demo has is chosen among them. */
import { z } from 'zod';
import type { DemoRun, Step } from '../demo-run.ts';
import { StepFailed } from '../step-failed.ts';
import { wanted } from './create-consultation.ts';

const document = `query MatchExperts($input: MatchExpertsInput!) {
  matchExperts(input: $input) {
    score
    expert { id online practitioner { id name title institution { name } } }
    parts { factor points because }
  }
}`;

const practitioner = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  institution: z.object({ name: z.string() }).nullable(),
});
const match = z.object({
  score: z.number(),
  expert: z.object({ id: z.string(), online: z.boolean(), practitioner }),
  parts: z.array(z.object({ factor: z.string(), points: z.number(), because: z.string() })),
});
const answer = z.object({ matchExperts: z.array(match) });

export const matchExperts: Step = {
  name: 'match-experts',
  title: '匹配专家 Match experts',
  async run(demo) {
    const variables = { input: { ...wanted, first: 10 } };
    const { matchExperts: matches } = await demo.people.coordinator.ask({ document, variables, answer });
    for (const one of matches) tell(demo, one);
    const { viewer } = await demo.people.expert.session();
    const own = matches.find(({ expert }) => expert.practitioner.id === viewer.practitioner?.id);
    if (own === undefined) throw notMatched(demo.people.expert.username);
    demo.state.expertId = own.expert.id;
    demo.print.good(`选择 chosen: ${own.expert.practitioner.name}`);
  },
};

function tell({ print }: DemoRun, { score, expert, parts }: z.output<typeof match>): void {
  const { name, title, institution } = expert.practitioner;
  const presence = expert.online ? '在线 online' : '离线 offline';
  print.good(`${rounded(score)} 分 · ${name} · ${title} · ${institution?.name ?? '—'} · ${presence}`);
  for (const { factor, points, because } of parts)
    print.fact(`  ${points >= 0 ? '+' : ''}${rounded(points)} ${factor}: ${because}`);
}

function rounded(points: number): string {
  return points.toFixed(1);
}

function notMatched(username: string): StepFailed {
  return new StepFailed(
    `${username} 不在匹配结果中 ${username} is not among the matches for ${wanted.specialty}, ${wanted.diseaseCode}.\n` +
      '只有该账号的专家能在演示中接受邀请。The demo can accept an invitation only with this account.',
  );
}
