/** The columns that a row's schema names, so that a statement asks for what is read and nothing else. */
import type { z } from 'zod';

/** `institutionId` is read from `institution_id` of the table that goes by this alias. */
export function selectList(row: z.ZodObject, alias: string): string {
  return Object.keys(row.shape)
    .map((field) => `${alias}.${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} AS "${field}"`)
    .join(', ');
}
