/** How one selection of one object type is answered, field by field; a promise only where a field has to be waited for. */
import { isPromise, type Execution, type Place } from './execution.ts';

export type Fields = Record<string, unknown>;

export interface FieldPlan {
  readonly responseName: string;
  run(execution: Execution, source: unknown, at: Place | undefined): unknown;
}

export class ObjectPlan {
  private readonly fields: readonly FieldPlan[];

  constructor(fields: readonly FieldPlan[]) {
    this.fields = fields;
  }

  run(execution: Execution, source: unknown, at: Place | undefined): Fields | Promise<Fields> {
    const results: Fields = Object.create(null);
    let waiting = false;
    try {
      for (const field of this.fields) {
        const result = field.run(execution, source, at);
        results[field.responseName] = result;
        waiting ||= isPromise(result);
      }
    } catch (error) {
      if (!waiting) throw error;
      // What was begun beside it comes to its end first.
      return settled(results).finally(() => {
        throw error;
      });
    }
    return waiting ? settled(results) : results;
  }
}

async function settled(results: Fields): Promise<Fields> {
  const values = await Promise.all(Object.values(results));
  const answered: Fields = Object.create(null);
  for (const [nth, name] of Object.keys(results).entries()) answered[name] = values[nth];
  return answered;
}
