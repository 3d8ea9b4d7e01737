/** One execution of a compiled operation: what has been fetched so far, and what went wrong on the way. */
import type { GraphQLFormattedError } from 'graphql';
import type { Fault } from './fault.ts';
import type { JsonObject, Path } from './json.ts';
import { MissingFields } from './missing-fields.ts';
import type { ProvidedFields } from './provided-fields.ts';
import type { SubgraphFetch } from '../sources/subgraph-fetch.ts';

/** What a fetch would have brought to these objects. */
interface Failure {
  readonly targets: readonly JsonObject[];
  readonly provided: ProvidedFields;
  readonly fault: Fault;
}

export class Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fetch: SubgraphFetch;
  /** Grows by every fetch; its keys are response names, and those that only later fetches need. */
  readonly data: JsonObject = Object.create(null);
  readonly errors: GraphQLFormattedError[] = [];
  /** Whether a subgraph did not know an entity: nothing of it is in the data, and no error says so. */
  metUnknown = false;
  /** Where in the answer the writers are. */
  readonly trail: (string | number)[] = [];
  private readonly failures: Failure[] = [];
  private missing = MissingFields.none;

  constructor(given: { readonly variables: Readonly<Record<string, unknown>>; readonly fetch: SubgraphFetch }) {
    this.variables = given.variables;
    this.fetch = given.fetch;
  }

  fail(failure: Failure): void {
    this.failures.push(failure);
  }

  /** What is absent until now because of failed fetches; parallel ones may still bring it by another way. */
  missingNow(): MissingFields {
    return this.failures.length === 0 ? MissingFields.none : new MissingFields(this.failures);
  }

  /** Nothing more will come: what is absent from here on is missing. */
  settle(): void {
    this.missing = this.missingNow();
  }

  /** @param path where the writers are, if not said; empty for what concerns no field */
  tell({ message, extensions }: Fault, path: Path = [...this.trail]): void {
    this.errors.push({ message, ...(path.length > 0 && { path }), extensions });
  }

  /** A field of the answer has no value: an error says so, if a failed fetch is why. */
  tellMissing(object: JsonObject, name: string): void {
    const fault = this.missing.of(object, name);
    if (fault) this.tell(fault);
  }
}
