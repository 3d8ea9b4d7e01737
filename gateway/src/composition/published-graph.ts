/** A supergraph as its clients see it, with the access that it declares. */
import {
  baseType,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
  type FieldDefinition,
  type NamedType,
  type ObjectType,
} from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { AccessRules } from '../access/access-rules.ts';
import { requirementOf, type Requirement } from '../access/requirement.ts';

/** A field that clients see, with all that it demands, and what of it is the demand of a type. */
export interface PublishedField {
  readonly coordinate: string;
  readonly demand: Requirement;
  readonly types: readonly { readonly name: string; readonly demand: Requirement }[];
}

export class PublishedGraph {
  readonly schema: GraphQLSchema;
  readonly fields: ReadonlyMap<string, PublishedField>;
  readonly declaresAccess: boolean;

  /** Only what clients see counts; how the subgraphs share the work is ours to change. */
  constructor(supergraphSdl: string) {
    const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
    const published = supergraph.apiSchema();
    this.schema = published.toGraphQLJSSchema();
    const rules = new AccessRules(supergraph.schema);
    this.declaresAccess = rules.guarded.length > 0;
    const fields = supergraph.schema.objectTypes().flatMap((type) => type.fields());
    const seen = fields.filter(({ coordinate }) => published.elementByCoordinate(coordinate) !== undefined);
    this.fields = new Map(seen.map((field) => [field.coordinate, publishedField(field, rules)]));
  }
}

function publishedField(field: FieldDefinition<ObjectType>, rules: AccessRules): PublishedField {
  const { coordinate, parent, type } = field;
  const types: NamedType[] = [parent, ...(type ? [baseType(type)] : [])];
  const demanding = types.map((one) => ({ name: one.name, demand: requirementOf(one) }));
  return { coordinate, demand: rules.requirementOf(coordinate), types: demanding };
}
