/** A small supergraph with what ours does not have: abstract types of every kind, two keys, nested keys, @requires, @provides, interface objects. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { graphUnderTest, type GraphUnderTest } from './graph-under-test.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject"])`;

const catalog = `${link}
  type Query {
    products(first: Int, tags: [String!]): [Product!]
    product(id: ID!): Product
    grid: [[Product]!]!
    things(kinds: [Kind!] = [SHOP, PRODUCT]): [Thing!]!
    found(text: String, filter: Filter): [Found]
    media: [Media!]!
    medium(id: ID!): Media
  }
  type Mutation {
    rename(id: ID!, name: String): Product!
    close(shop: ID!): Shop
  }
  input Filter { text: String, kinds: [Kind!], within: Filter }
  enum Kind { SHOP PRODUCT }
  interface Thing { id: ID! name: String }
  union Found = Product | Shop | Book | Film
  type Product implements Thing @key(fields: "id") @key(fields: "upc") {
    id: ID!
    upc: String!
    name: String @shareable
    weight: Int!
    size: Size!
    boxes: [Size!]
    maker: Shop
    tags: [String!]!
    colour: Colour
    note: String! @shareable
    similar: [Product!]
  }
  type Size @shareable { height: Int! unit: Unit! }
  enum Unit { CM INCH }
  enum Colour { RED GREEN SECRET @inaccessible }
  type Shop implements Thing @key(fields: "id") { id: ID! name: String note: String @shareable products(first: Int): [Product!]! }
  interface Media @key(fields: "id") { id: ID! title: String! }
  type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
  type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }`;

const stock = `${link}
  type Query { cheapest: Product shops: [Shop!]! shelves: [[Shelf!]] }
  type Mutation { move(shelf: Int!): Shelf }
  type Product @key(fields: "id") {
    id: ID!
    name: String @external
    note: String @shareable
    weight: Int! @external
    size: Size! @external
    price: Float
    shipping: String @requires(fields: "weight size { height }")
    inStock: Boolean!
    shelves: [[Shelf!]]
    parts: [Part!]! @shareable
  }
  type Part @shareable { code: String! weight: Int }
  type Size @shareable { height: Int! unit: Unit! }
  enum Unit { CM INCH }
  type Shelf @key(fields: "hall { id } row") { hall: Hall! row: Int! free: Boolean! }
  type Hall @key(fields: "id") { id: ID! }
  type Shop @key(fields: "id") { id: ID! address: String! note: String @shareable best: Product @provides(fields: "name") cheap: [Product!] }`;

const reviews = `${link}
  type Query { latest(first: Int! = 3): [Review!] me: User }
  type Review @key(fields: "id") { id: ID! text: String! stars: Int product: Product author: User! }
  type Product @key(fields: "upc") { upc: String! reviews(first: Int): [Review!]! rating: Float! discount: Int @requires(fields: "price") price: Float @external name: String @external motto: String @requires(fields: "name") parts: [Part!]! @shareable }
  type Part @shareable { code: String! grade: Int }
  type Media @key(fields: "id") @interfaceObject { id: ID! reviews: [Review!]! score: Int! }
  type User @key(fields: "id") { id: ID! name: String! home: Query wishes: [Found2!] }
  union Found2 = User | Review
  type Shelf @key(fields: "hall { id } row") { hall: Hall! row: Int! label: String! }
  type Hall @key(fields: "id") { id: ID! name: String }`;

export function shopGraph(): GraphUnderTest {
  const subgraphs = new Map(Object.entries({ catalog, stock, reviews }));
  const services = [...subgraphs].map(([name, sdl]) => ({ name, url: `http://${name}/`, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return graphUnderTest('a shop', { supergraphSdl, subgraphs });
}
