/** Reads back the patient that the consultation will be about. */
import { z } from 'zod';
import { known, type Step } from '../demo-run.ts';
import { StepFailed } from '../step-failed.ts';

const document = `query ChoosePatient($id: ID!) {
  patient(id: $id) {
    name gender birthDate identityNumber
    record { observations(first: 3) { totalCount nodes { code { display code } value unit } } }
  }
}`;

const observation = z.object({
  code: z.object({ display: z.string().nullable(), code: z.string() }),
  value: z.number().nullable(),
  unit: z.string().nullable(),
});
const patient = z.object({
  name: z.string(),
  gender: z.string(),
  birthDate: z.string(),
  identityNumber: z.string().nullable(),
  record: z.object({ observations: z.object({ totalCount: z.number(), nodes: z.array(observation) }) }),
});
const answer = z.object({ patient: patient.nullable() });

export const choosePatient: Step = {
  name: 'choose-patient',
  title: '选择患者 Choose the patient',
  async run(demo) {
    const variables = { id: known(demo, 'patientId') };
    const { patient: chosen } = await demo.people.requester.ask({ document, variables, answer });
    if (chosen === null) throw new StepFailed('导入的患者查不到 The imported patient cannot be read by the requester.');
    const { name, gender, birthDate, identityNumber, record } = chosen;
    demo.print.good([name, gender, birthDate, masked(identityNumber)].join(' · '));
    const latest = record.observations.nodes.map(asText);
    demo.print.fact(`检查 observations ${record.observations.totalCount}: ${latest.join('; ')}`);
  },
};

/** Panels have no value of their own, and nobody reads a weight to fifteen digits. */
function asText({ code, value, unit }: z.output<typeof observation>): string {
  const name = code.display ?? code.code;
  return value === null ? name : `${name} ${Math.round(value * 100) / 100} ${unit ?? ''}`.trimEnd();
}

/** A terminal is no place for whole identity numbers, whatever this account may see. */
function masked(identityNumber: string | null): string {
  if (identityNumber === null) return '无证件号 no identity number';
  return identityNumber.replace(/^(.{6}).*(.{4})$/, '$1********$2');
}
