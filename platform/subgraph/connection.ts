/** Relay connections: the classes that publish one, and how a resolver fills it from rows. */
// type-graphql's decorators need it, whoever imports this module first.
import 'reflect-metadata';
import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { encodeCursor, usualPage, type CursorPart, type PageRequest } from './page-request.ts';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: usualPage, description: 'How many at most, from 1 to 100.' })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to go on, as edges and pageInfo gave it.',
  })
  after?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page of a list ends, and whether more follows.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'More follows after endCursor.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'This page was asked for with `after`, so something comes before it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first node of the page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last node: send it as `after` for the next page.',
  })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

/** What a resolver returns for a connection; `count` runs only when totalCount is asked for. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  count(): Promise<number>;
}

/** The type `<name>Connection` with its edge, such as `connectionOf('Patient', PatientType)`. Call it once per name. */
export function connectionOf<Node extends object>(
  name: string,
  NodeClass: ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its place there.` })
  class EdgeType implements Edge<Node> {
    @Field(() => NodeClass, { description: `The ${name}.` })
    node!: Node;

    @Field(() => String, { description: 'Its place in the list: send it as `after` to go on from here.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [NodeClass], { description: 'The nodes of the page, in order.' })
    nodes!: readonly Node[];

    @Field(() => [EdgeType], { description: 'The nodes with their cursors.' })
    edges!: readonly EdgeType[];

    @Field(() => PageInfo, { description: 'Where the page ends, and whether more follows.' })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are on all pages together; counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return ConnectionType;
}

export interface PageSource<Row, Node> {
  /** In order, one more than `request.first` where more follows. */
  readonly rows: readonly Row[];
  readonly request: PageRequest<unknown>;
  /** What the list is sorted by: the row's cursor. */
  keyOf(row: Row): readonly CursorPart[];
  nodeOf(row: Row): Node;
  count(): Promise<number>;
}

/** Cursors are written only where they are asked for. */
export function connectionFrom<Row, Node>(source: PageSource<Row, Node>): Connection<Node> {
  const { request } = source;
  const rows = source.rows.slice(0, request.first);
  const shown = rows.map((row) => ({ node: source.nodeOf(row), row }));
  const cursorOf = (row: Row) => encodeCursor(source.keyOf(row));
  return {
    nodes: shown.map(({ node }) => node),
    get edges() {
      return shown.map(({ node, row }) => ({ node, cursor: cursorOf(row) }));
    },
    get pageInfo() {
      const [startCursor = null] = rows.slice(0, 1).map(cursorOf);
      const [endCursor = null] = rows.slice(-1).map(cursorOf);
      return {
        hasNextPage: source.rows.length > request.first,
        hasPreviousPage: request.after !== null,
        startCursor,
        endCursor,
      };
    },
    count: () => source.count(),
  };
}
