/** What `npm run documents` was asked for, checked before anything is read or sent. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StepFailed } from '../step-failed.ts';

const named = (option: string) => z.string(`${option} is missing`).min(1, `${option} is empty`);
const shape = z
  .object({
    command: z.enum(['publish', 'list'], 'say publish or list'),
    files: z.array(z.string()),
    url: z.url({ protocol: /^https?$/, error: '--url takes an http:// or https:// address' }),
    app: named('--app'),
    secretFile: named('--secret-file'),
    schema: z.string().optional(),
    manifest: z.string().optional(),
  })
  .refine(({ command, files }) => command === 'list' || files.length > 0, 'name the files to publish');

export type DocumentArguments = z.output<typeof shape>;

export const usage = `用法 Usage: npm run documents -- publish --app ID --secret-file FILE [选项 options] <files.graphql>
            npm run documents -- list    --app ID --secret-file FILE

  publish            检查并发布每个操作及其片段 check and publish each operation with its fragments; prints their ids
  list               列出已发布的文档 list what is published
  --app ID           合作应用编号 the app's id
  --secret-file FILE 密钥文件 the file that holds its secret
  --url URL          平台端点 the platform's endpoint (default http://127.0.0.1:4000/graphql, or $PORT)
  --schema FILE      用于检查的超图 the supergraph to check against (default: schema/supergraph.graphql of this version)
  --manifest FILE    写出 Apollo 清单 write the manifest of persisted queries that Apollo's clients read
  --help             显示本说明 show this
`;

export function documentArguments(
  words: readonly string[],
  environment: { readonly PORT?: string | undefined },
): DocumentArguments | 'help' {
  const { values, positionals } = optionsOf(words);
  if (values.help === true) return 'help';
  const [command, ...files] = positionals;
  const url = values.url ?? `http://127.0.0.1:${environment.PORT || '4000'}/graphql`;
  const read = shape.safeParse({ ...values, secretFile: values['secret-file'], command, files, url });
  if (read.success) return read.data;
  throw new StepFailed(`${read.error.issues.map(({ message }) => message).join('; ')}\n\n${usage}`);
}

function optionsOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    url: text,
    app: text,
    'secret-file': text,
    schema: text,
    manifest: text,
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new StepFailed(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
