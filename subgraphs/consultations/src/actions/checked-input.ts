/** What people write is measured at the door; every fault comes at once. */
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import { z } from 'zod';

const key = z
  .string()
  .regex(/^[\x20-\x7E]{1,200}$/, 'takes 1 to 200 printable ASCII characters')
  .nullish();
const id = z.string().min(1).max(100);

function text(most: number) {
  return z.string().max(most, `is longer than ${most.toLocaleString('en')} characters: shorten it`);
}

const specialty = text(100).refine((value) => !/\p{Cc}/u.test(value), 'takes no control characters');
const diseaseCode = z
  .string()
  .regex(/^[A-Za-z][0-9][0-9A-Za-z][0-9A-Za-z.+*]{0,12}$/, 'is not an ICD-10 code such as I10 or I25.1')
  .nullish();
const note = text(2_000).nullish();

export const requestInput = z.looseObject({
  idempotencyKey: key,
  specialty: specialty.nullish(),
  diseaseCode,
  reason: text(2_000).nullish(),
  summary: text(10_000).nullish(),
});

export const stepInput = z.looseObject({ idempotencyKey: key, consultationId: id, note });

export const opinionInput = z.looseObject({
  idempotencyKey: key,
  consultationId: id,
  diagnosis: text(2_000),
  diseaseCode,
  advice: text(10_000),
  note,
});

export const conclusionInput = z.looseObject({
  idempotencyKey: key,
  consultationId: id,
  conclusion: text(10_000),
  note,
});

export const inviteInput = z.looseObject({
  idempotencyKey: key,
  consultationId: id,
  expertIds: z.array(z.uuid('is not an expert’s id')).max(20, 'names more than 20 experts: ask fewer at once'),
});

/** Throws BAD_USER_INPUT with every fault; lets everything that the schema does not speak of through. */
export function check(schema: z.ZodType, input: object): void {
  const parsed = schema.safeParse(input);
  if (parsed.success) return;
  throw new BadUserInput(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}
