/** An answer as tests like to look at it: data there or not, errors a list, their codes beside them. */
import type { ExecutionResult } from 'graphql';

export interface Answered {
  readonly data: Record<string, unknown>;
  readonly codes: readonly unknown[];
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export function answered({ data, errors = [] }: ExecutionResult): Answered {
  return { data: data ?? {}, errors, codes: errors.map(({ extensions }) => extensions['code']) };
}
