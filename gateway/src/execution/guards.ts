/** When a selection counts: what @skip and @include say over it and over the fragments that it stands in. */
import { Kind, type DirectiveNode } from 'graphql';

interface Literal {
  readonly variable: string;
  readonly wanted: boolean;
}

/** All must hold; none, for what always counts. */
export type Guard = readonly Literal[];

export type Included = (variables: Readonly<Record<string, unknown>>) => boolean;

/** Null for what never counts. */
export function guardOf(
  { directives }: { readonly directives?: readonly DirectiveNode[] | undefined },
  outer: Guard,
): Guard | null {
  const guard = [...outer];
  for (const { name, arguments: given } of directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) guard.push({ variable: value.name.value, wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
  }
  return guard;
}

export function holds(guard: Guard, variables: Readonly<Record<string, unknown>>): boolean {
  return guard.every(({ variable, wanted }) => variables[variable] === wanted);
}

/** Null when one of the alternatives always holds, so that nothing need be asked. */
export function compileGuards(alternatives: readonly Guard[]): Included | null {
  if (alternatives.some((guard) => guard.length === 0)) return null;
  return (variables) => alternatives.some((guard) => holds(guard, variables));
}
