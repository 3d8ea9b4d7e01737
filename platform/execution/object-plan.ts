/** How one selection of one object type is answered, field by field; a promise only where a field has to be waited for. */
import { isPromise, type Execution, type Place } from './execution.ts';

/** Without a prototype that a name could collide with, and yet of a shape that the engine knows. */
export class Fields {
  [name: string]: unknown;
}
Object.setPrototypeOf(Fields.prototype, null);
Reflect.deleteProperty(Fields.prototype, 'constructor');

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
    const results = new Fields();
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
  const answered = new Fields();
  for (const [nth, name] of Object.keys(results).entries()) answered[name] = values[nth];
  return answered;
}
