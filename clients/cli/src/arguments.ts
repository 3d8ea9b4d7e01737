/** What the command line asks for, checked before anything is sent. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StepFailed } from './step-failed.ts';

const shape = z.object({
  url: z.url({ protocol: /^https?$/, error: '--url takes an http:// or https:// address' }),
  fhir: z.string().optional(),
  dicom: z.string().optional(),
  resume: z.string().optional(),
  pause: z.coerce
    .number('--pause takes milliseconds')
    .int('--pause takes whole milliseconds')
    .min(0, '--pause takes 0 or more')
    .default(0),
  help: z.boolean().default(false),
});
export type Arguments = z.output<typeof shape>;

export const usage = `用法 Usage: npm run demo -- [选项 options]

  --url URL      平台端点 the platform's endpoint (default http://127.0.0.1:4000/graphql, or $PORT)
  --fhir FILE    要导入的 FHIR R4 资料包 a FHIR R4 bundle to import (default: a made-up patient)
  --dicom DIR    上传该目录中的全部文件 upload every file in this folder (default: one made-up image)
  --pause MS     步骤之间的停顿 pause between steps (default 0)
  --resume FILE  从中断处继续；文件不存在则新建 go on with the run kept in this file, or start one there
  --help         显示本说明 show this
`;

export function readArguments(
  words: readonly string[],
  environment: { readonly PORT?: string | undefined },
): Arguments {
  const url = `http://127.0.0.1:${environment.PORT || '4000'}/graphql`;
  const read = shape.safeParse({ url, ...optionsOf(words) });
  if (read.success) return read.data;
  throw new StepFailed(`${read.error.issues.map(({ message }) => message).join('; ')}\n\n${usage}`);
}

function optionsOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { url: text, fhir: text, dicom: text, pause: text, resume: text, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: false }).values;
  } catch (error) {
    throw new StepFailed(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
