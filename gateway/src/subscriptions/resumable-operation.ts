/**
 * A subscription as the gateway asks it of a subgraph: with the cursor of every event, whether or not the client wants to see
 * it, and from any place, so that the gateway can go on where a lost stream broke.
 *
 * The convention of the published graph that it rests on: the root field takes `after: String`, and its event has `cursor: String!`.
 */
import {
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import { stateSelections, stateOf } from './event-state.ts';

type Variables = Readonly<Record<string, unknown>>;
type Data = Record<string, unknown>;

export interface HiddenNames {
  readonly after: string;
  readonly cursor: string;
  readonly kind: string;
  readonly of: string;
}

export class ResumableOperation {
  readonly query: string;
  /** False where the convention is not kept: such a stream cannot go on after it broke. */
  readonly resumable: boolean;
  /** The variable that says where the client wants to start and nothing else; null when there is none. */
  readonly startVariable: string | null;
  private readonly start: ValueNode | null;
  private readonly used: ReadonlySet<string>;
  private readonly responseKey: string;
  private readonly names: HiddenNames;

  /** @param operation the subscription of one subgraph, as the planner wrote it */
  constructor(operation: string, schema: GraphQLSchema) {
    const document = parse(operation, { noLocation: true });
    const root = rootFieldOf(document);
    this.names = hiddenNames(operation);
    this.responseKey = root?.alias?.value ?? root?.name.value ?? '';
    this.resumable = root !== null && keepsConvention(root, schema);
    this.start = this.resumable ? (root?.arguments?.find(isAfter)?.value ?? null) : null;
    this.startVariable = onlyUse(document, this.start);
    const rewritten = root && this.resumable ? withPlace(document, root, { names: this.names, schema }) : document;
    this.used = usedVariables(rewritten);
    this.query = this.resumable ? print(rewritten) : operation;
  }

  /** The cursor that the client itself gave. */
  startOf(variables: Variables): string | null {
    const { start } = this;
    const given = start?.kind === Kind.VARIABLE ? variables[start.name.value] : start;
    if (typeof given === 'string') return given || null;
    return start?.kind === Kind.STRING ? start.value || null : null;
  }

  variablesAt(variables: Variables, place: string | null): Record<string, unknown> {
    const own = Object.fromEntries(Object.entries(variables).filter(([name]) => this.used.has(name)));
    return this.resumable ? { ...own, [this.names.after]: place } : own;
  }

  /** Takes out of an event what only the gateway asked for. */
  placed(data: Data): { cursor: string | null; stateOf: string | null } {
    const event = data[this.responseKey];
    if (!this.resumable || !isRecord(event)) return { cursor: null, stateOf: null };
    const cursor = event[this.names.cursor];
    const state = stateOf(event[this.names.kind], event[this.names.of]);
    delete event[this.names.cursor];
    delete event[this.names.kind];
    delete event[this.names.of];
    return { cursor: typeof cursor === 'string' ? cursor : null, stateOf: state };
  }
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

function isAfter({ name }: ArgumentNode): boolean {
  return name.value === 'after';
}

function operationOf(document: DocumentNode): OperationDefinitionNode | null {
  return document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION) ?? null;
}

function rootFieldOf(document: DocumentNode): FieldNode | null {
  const [first, ...others] = operationOf(document)?.selectionSet.selections ?? [];
  return first?.kind === Kind.FIELD && first.selectionSet && others.length === 0 ? first : null;
}

function eventTypeOf(root: FieldNode, schema: GraphQLSchema) {
  const field = schema.getSubscriptionType()?.getFields()[root.name.value];
  const type = field && 'ofType' in field.type ? field.type.ofType : field?.type;
  return isObjectType(type) ? { type, takesAfter: field?.args.some(({ name }) => name === 'after') ?? false } : null;
}

function keepsConvention(root: FieldNode, schema: GraphQLSchema): boolean {
  const event = eventTypeOf(root, schema);
  return event !== null && event.takesAfter && String(event.type.getFields()['cursor']?.type) === 'String!';
}

/** Names that the operation does not have yet. */
function hiddenNames(operation: string): HiddenNames {
  let prefix = 'live';
  while (operation.includes(prefix)) prefix += '_';
  return { after: `${prefix}After`, cursor: `${prefix}Cursor`, kind: `${prefix}Kind`, of: `${prefix}Of` };
}

function withPlace(
  document: DocumentNode,
  root: FieldNode,
  { names, schema }: { names: HiddenNames; schema: GraphQLSchema },
): DocumentNode {
  const [after, hidden] = [variable(names.after), hiddenSelections(root, names, schema)];
  const placed: FieldNode = {
    ...root,
    arguments: [
      ...(root.arguments ?? []).filter((argument) => !isAfter(argument)),
      { ...named('after'), value: after },
    ].map((argument) => ({ kind: Kind.ARGUMENT, name: argument.name, value: argument.value })),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [...(root.selectionSet?.selections ?? []), ...hidden],
    },
  };
  const replaced = visit(document, { Field: (node) => (node === root ? placed : undefined) });
  const used = usedVariables(replaced);
  return visit(replaced, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [
        ...(operation.variableDefinitions ?? []).filter((one) => used.has(one.variable.name.value)),
        {
          kind: Kind.VARIABLE_DEFINITION,
          variable: after,
          type: { kind: Kind.NAMED_TYPE, ...named('String') },
        },
      ],
    }),
  });
}

function hiddenSelections(root: FieldNode, names: HiddenNames, schema: GraphQLSchema): SelectionNode[] {
  const event = eventTypeOf(root, schema);
  const text = `{ ${names.cursor}: cursor ${event ? stateSelections(event.type, names) : ''} }`;
  const [wanted] = parse(text, { noLocation: true }).definitions;
  return wanted?.kind === Kind.OPERATION_DEFINITION ? [...wanted.selectionSet.selections] : [];
}

function named(value: string) {
  return { name: { kind: Kind.NAME, value } } as const;
}

function variable(name: string) {
  return { kind: Kind.VARIABLE, ...named(name) } as const;
}

function usedVariables(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

function onlyUse(document: DocumentNode, value: ValueNode | null): string | null {
  if (value?.kind !== Kind.VARIABLE) return null;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void (uses += name.value === value.name.value ? 1 : 0),
  });
  return uses === 1 ? value.name.value : null;
}
