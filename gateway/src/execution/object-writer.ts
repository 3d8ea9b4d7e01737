/** Writes the selected fields of one type: keys are text already, values come from writers of their own. */
import type { GraphQLCompositeType } from 'graphql';
import { collectFields, type CollectedField, type Scope } from './collect-fields.ts';
import { fieldWriter } from './field-writer.ts';
import { compileGuards, type Included } from './guards.ts';
import type { WriteField, WriteObject } from './write.ts';
import type { WriterContext } from './writer-context.ts';

interface Member {
  readonly included: Included | null;
  /** The key when it stands first, and when it stands behind another. */
  readonly first: string;
  readonly next: string;
  readonly write: WriteField;
}

export function objectWriter(
  type: GraphQLCompositeType,
  scopes: readonly Scope[],
  context: WriterContext,
): WriteObject {
  const members = collectFields(scopes, type, context).map((field) => memberOf(field, type, context));
  return (object, run) => {
    let text = '';
    for (const member of members) {
      if (member.included && !member.included(run.variables)) continue;
      const value = member.write(object, run);
      if (value === undefined) return 'null';
      text += text === '' ? member.first : member.next;
      text += value;
    }
    return text === '' ? '{}' : `${text}}`;
  };
}

function memberOf(field: CollectedField, type: GraphQLCompositeType, context: WriterContext): Member {
  const key = `${JSON.stringify(field.responseName)}:`;
  return {
    included: compileGuards(field.guards),
    first: `{${key}`,
    next: `,${key}`,
    write: fieldWriter(field, type, context),
  };
}
