/** Signs in everybody who takes part. */
import type { Step } from '../demo-run.ts';

export const signIn: Step = {
  name: 'sign-in',
  title: '登录 Sign in',
  everyRun: true,
  async run({ people, print }) {
    for (const person of [people.requester, people.expert, people.coordinator, people.finance]) {
      const { viewer } = await person.session();
      const where = viewer.institution === null ? '' : ` · ${viewer.institution.name}`;
      print.good(`${person.username}: ${viewer.displayName} · ${viewer.roles.join(' ')}${where}`);
    }
  },
};
