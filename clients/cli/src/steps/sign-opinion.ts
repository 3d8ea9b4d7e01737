/** The expert signs the opinion; from now on it can only be amended. */
import type { Step } from '../demo-run.ts';
import { transition } from './transition.ts';

const document = `mutation SignOpinion($input: SignOpinionInput!) {
  moved: signOpinion(input: $input) { number status availableActions }
}`;

export const signOpinion: Step = {
  name: 'sign-opinion',
  title: '签署意见 Sign the opinion',
  run: (demo) =>
    transition(demo, {
      step: 'sign-opinion',
      by: demo.people.expert,
      document,
      input: {
        diagnosis: '原发性高血压 2 级',
        diseaseCode: 'I10',
        advice: '加用缬沙坦 80 mg 每日一次，两周后复诊，监测血钾与肌酐。',
      },
      status: 'AWAITING_OPINION',
      event: 'consultation.opinion-signed',
    }),
};
