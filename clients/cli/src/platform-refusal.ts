/** What the platform answered instead of data: a code of its contract, its own words, and the fields at fault. */
import { z } from 'zod';

const graphqlError = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z
    .looseObject({
      code: z.string().default('UNKNOWN'),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
    })
    .default({ code: 'UNKNOWN', fields: [] }),
});
type GraphqlFault = z.output<typeof graphqlError>;

export class PlatformRefusal extends Error {
  override readonly name = 'PlatformRefusal';
  /** The first error's code. */
  readonly code: string;

  constructor(faults: readonly GraphqlFault[]) {
    super(faults.map(inWords).join('\n'));
    this.code = faults[0]?.extensions.code ?? 'UNKNOWN';
  }

  /** undefined when it is no list of GraphQL errors */
  static of(errors: unknown): PlatformRefusal | undefined {
    const read = z.array(graphqlError).min(1).safeParse(errors);
    return read.success ? new PlatformRefusal(read.data) : undefined;
  }
}

function inWords({ message, path, extensions }: GraphqlFault): string {
  const where = path === undefined ? '' : ` (${path.join('.')})`;
  const fields = extensions.fields.map((field) => `\n    · ${field.path}: ${field.message}`);
  return `${extensions.code}: ${message}${where}${fields.join('')}`;
}
