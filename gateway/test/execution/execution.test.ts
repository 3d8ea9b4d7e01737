/** The rules of the compiled executor, one by one, with answers written down. */
import { setImmediate } from 'node:timers/promises';
import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compileOperation } from '../../src/execution/compile-operation.ts';
import { UnsupportedPlan } from '../../src/execution/compile-plan.ts';
import { ran, representations, shopPlan } from './canned.ts';
import { shopGraph } from './shop-graph.ts';

const product = (n: number, more: object = {}) => ({ __typename: 'Product', id: `${n}`, upc: `upc:${n}`, ...more });
const entities = (...all: unknown[]) => ({ data: { _entities: all } });
const away = () => {
  throw new GraphQLError('The stock service does not answer now.', { extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
};

describe('entities', () => {
  test('equal ones are asked for once, and everyone who waits gets the answer', async () => {
    const { data, fetches } = await ran('{ products { price } }', {
      catalog: { data: { products: [product(1), product(2), product(1)] } },
      stock: entities({ price: 1.5 }, { price: 2 }),
    });
    expect(representations(fetches[1])).toEqual([
      { __typename: 'Product', id: '1' },
      { __typename: 'Product', id: '2' },
    ]);
    expect(data).toEqual({ products: [{ price: 1.5 }, { price: 2 }, { price: 1.5 }] });
  });

  test('what comes later for one of two equal ones does not appear in the other', async () => {
    const shop = (n: number) => ({ __typename: 'Shop', id: '7', products: [product(n)] });
    const { data } = await ran('{ products { maker { id best { id name } } similar { maker { best { id } } } } }', {
      catalog: ({ variables }: { variables: Record<string, unknown> }) =>
        variables['representations']
          ? entities({ name: 'later' })
          : { data: { products: [product(1, { maker: shop(1), similar: [product(2, { maker: shop(1) })] })] } },
      stock: entities({ best: product(9, { name: 'from stock' }) }),
    });
    expect(data).toEqual({
      products: [
        { maker: { id: '7', best: { id: '9', name: 'from stock' } }, similar: [{ maker: { best: { id: '9' } } }] },
      ],
    });
  });

  test('one that its subgraph does not know brings nothing, and that is no error', async () => {
    const answers = { catalog: { data: { products: [product(1)] } }, stock: entities(null) };
    const { data, errors } = await ran('{ products { id price } }', answers);
    expect(data).toEqual({ products: [{ id: '1', price: null }] });
    expect(errors).toEqual([]);
  });

  test('one that nobody knows, where nothing may be null, is told as not there', async () => {
    const answers = { catalog: { data: { rename: product(1) } }, stock: entities(null) };
    const { data, errors } = await ran('mutation { rename(id: 1) { inStock } }', answers);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('lie in lists of lists too', async () => {
    const { data } = await ran('{ grid { id price } }', {
      catalog: { data: { grid: [[product(1), null], [], [product(2)]] } },
      stock: entities({ price: 1 }, { price: 2 }),
    });
    expect(data).toEqual({ grid: [[{ id: '1', price: 1 }, null], [], [{ id: '2', price: 2 }]] });
  });

  test('are asked for with what the field requires', async () => {
    const { fetches, data } = await ran('{ product(id: 1) { shipping } }', {
      catalog: { data: { product: product(1, { weight: 3, size: { height: 4, unit: 'CM' } }) } },
      stock: entities({ shipping: 'by post' }),
    });
    expect(representations(fetches[1])).toEqual([{ __typename: 'Product', id: '1', weight: 3, size: { height: 4 } }]);
    expect(data).toEqual({ product: { shipping: 'by post' } });
  });

  test('that two subgraphs know in part are merged, and equal ones stay apart where they differ for the second', async () => {
    const { data } = await ran('{ products { parts { weight grade } } }', {
      catalog: { data: { products: [product(1), product(1, { upc: 'upc:2' })] } },
      stock: entities({ parts: [{ weight: 5 }] }),
      reviews: () => setImmediate(entities({ parts: [{ grade: 1 }] }, { parts: [{ grade: 2 }] })),
    });
    expect(data).toEqual({ products: [{ parts: [{ weight: 5, grade: 1 }] }, { parts: [{ weight: 5, grade: 2 }] }] });
  });

  test('are different if what is required of them is, however it is cut', async () => {
    const { fetches } = await ran('{ products { motto } }', {
      catalog: {
        data: {
          products: [
            ['a', 'bc'],
            ['ab', 'c'],
            ['ca', 'b'],
          ].map(([upc, name], n) => product(n, { upc, name })),
        },
      },
      reviews: entities({ motto: 'x' }, { motto: 'y' }, { motto: 'z' }),
    });
    expect(representations(fetches[1])).toHaveLength(3);
  });

  test('keep their type when a subgraph knows only an interface of theirs', async () => {
    const { data } = await ran('{ media { __typename score } }', {
      catalog: { data: { media: [{ __typename: 'Film', id: 'm' }] } },
      reviews: entities({ __typename: 'Media', score: 9 }),
    });
    expect(data).toEqual({ media: [{ __typename: 'Film', score: 9 }] });
  });

  test('on a path that types divide are those of the types', async () => {
    const source = '{ things { id ... on Product { price } } }';
    const plan = JSON.parse(JSON.stringify(shopPlan(source)).replace('"things","@"', '"things","@|[Product]"'));
    const { fetches } = await ran(
      source,
      { catalog: { data: { things: [product(1), { __typename: 'Shop', id: '2' }] } }, stock: entities({ price: 1 }) },
      { plan },
    );
    expect(representations(fetches[1])).toHaveLength(1);
  });
});

describe('a fetch that fails', () => {
  test('is told on exactly the fields that are missing, once each, with the places in their lists', async () => {
    const { data, errors } = await ran('{ products { id price shelves { row } } cheapest { id } }', {
      catalog: { data: { products: [product(1), product(2)] } },
      stock: away,
    });
    expect(data).toEqual({
      products: [
        { id: '1', price: null, shelves: null },
        { id: '2', price: null, shelves: null },
      ],
      cheapest: null,
    });
    expect(new Set(errors.map(({ path }) => path?.join('.')))).toEqual(
      new Set(['cheapest', 'products.0.price', 'products.0.shelves', 'products.1.price', 'products.1.shelves']),
    );
    expect(errors).toHaveLength(5);
    expect(new Set(errors.map(({ extensions }) => extensions?.['code']))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });

  test('is told within what another fetch has brought', async () => {
    const { data, errors } = await ran('{ product(id: 1) { parts { weight grade } } }', {
      catalog: { data: { product: product(1) } },
      stock: away,
      reviews: entities({ parts: [{ grade: 1 }, { grade: 2 }] }),
    });
    expect(data).toEqual({
      product: {
        parts: [
          { weight: null, grade: 1 },
          { weight: null, grade: 2 },
        ],
      },
    });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['product.parts.0.weight', 'product.parts.1.weight']);
  });

  test('is told of aliases by their aliases', async () => {
    const { errors } = await ran('{ all: products { cost: price } }', {
      catalog: { data: { all: [product(1)] } },
      stock: away,
    });
    expect(errors.map(({ path }) => path)).toEqual([['all', 0, 'cost']]);
  });

  test('is told on what others needed it for', async () => {
    const { data, errors } = await ran('{ product(id: 1) { id discount } }', {
      catalog: { data: { product: product(1) } },
      stock: away,
      reviews: entities({ discount: 5 }),
    });
    expect(data).toEqual({ product: { id: '1', discount: null } });
    expect(errors).toMatchObject([{ path: ['product', 'discount'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  test('nulls the nearest parent that may be null, and is told where the value is missing', async () => {
    const { data, errors } = await ran('{ products { inStock } me { id } }', {
      catalog: { data: { products: [product(1)] } },
      stock: away,
      reviews: { data: { me: { id: 'u' } } },
    });
    expect(data).toEqual({ products: null, me: { id: 'u' } });
    expect(errors.map(({ path }) => path)).toEqual([['products', 0, 'inStock']]);
  });

  test('says nothing of its own when it throws what is not meant for clients', async () => {
    const secret = () => {
      throw new Error('connect ECONNREFUSED 10.0.0.7');
    };
    const { errors } = await ran('{ cheapest { id } }', { stock: secret });
    expect(errors).toMatchObject([{ path: ['cheapest'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });

  test.each([
    ['nothing', undefined],
    ['text', '<html>'],
    ['neither data nor errors', {}],
    ['data that are no object', { data: [1] }],
    ['errors that are no list', { data: { _entities: [{ price: 1 }] }, errors: 'upstream text' }],
    ['errors that say nothing', { data: null, errors: [{ text: 'upstream text' }] }],
    ['too few entities', { data: { _entities: [] } }],
    ['too many entities', { data: { _entities: [{ price: 1 }, { price: 2 }] } }],
    ['entities that are no list', { data: { _entities: { upstream: 'text' } } }],
  ])('is also one that answers %s', async (_, stock) => {
    const { data, errors } = await ran('{ product(id: 1) { id price } }', {
      catalog: { data: { product: product(1) } },
      stock,
    });
    expect(data).toEqual({ product: { id: '1', price: null } });
    expect(errors).toMatchObject([{ path: ['product', 'price'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toContain('upstream');
  });
});

describe('an error of a subgraph', () => {
  test('is told at every place where its entity appears', async () => {
    const error = {
      message: 'no price',
      path: ['_entities', 0, 'price'],
      extensions: { code: 'NOT_FOUND', fields: [] },
    };
    const { errors } = await ran('{ grid { id cost: price } }', {
      catalog: { data: { grid: [[product(1), product(2)], [product(1)]] } },
      stock: {
        data: { _entities: [{ cost: null }, { cost: 2 }] },
        errors: [{ ...error, path: ['_entities', 0, 'cost'] }],
      },
    });
    expect(errors).toEqual([
      { message: 'no price', path: ['grid', 0, 0, 'cost'], extensions: error.extensions },
      { message: 'no price', path: ['grid', 1, 0, 'cost'], extensions: error.extensions },
    ]);
  });

  test('about an entity as a whole is told on the fields that it would have brought', async () => {
    const error = { message: 'not yours', path: ['_entities', 0], extensions: { code: 'FORBIDDEN' } };
    const { data, errors } = await ran('{ products { id price } }', {
      catalog: { data: { products: [product(1), product(2)] } },
      stock: { data: { _entities: [null, { price: 2 }] }, errors: [error] },
    });
    expect(data).toEqual({
      products: [
        { id: '1', price: null },
        { id: '2', price: 2 },
      ],
    });
    expect(errors).toEqual([{ ...error, path: ['products', 0, 'price'] }]);
  });

  test('about the operation as a whole is told on the fields that are missing', async () => {
    const error = { message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } };
    const { errors } = await ran('{ cheapest { id } shops { id } }', { stock: { errors: [error] } });
    expect(errors).toEqual([
      { ...error, path: ['cheapest'] },
      { ...error, path: ['shops'] },
    ]);
  });

  test('about what only another field required is told where it was required', async () => {
    const { errors } = await ran('{ product(id: 1) { shipping } }', {
      catalog: { data: { product: null }, errors: [{ message: 'no weight', path: ['product', 'weight'] }] },
    });
    expect(errors).toEqual([{ message: 'no weight', path: ['product'], extensions: {} }]);
  });

  test('about a field that is skipped this time is told where it would have been', async () => {
    const source = 'query ($skip: Boolean!) { product(id: 1) { id maker @skip(if: $skip) { id } } }';
    const error = { message: 'no maker', path: ['product', 'maker'] };
    const answers = { catalog: { data: { product: null }, errors: [error] } };
    const pathWith = async (skip: boolean) => (await ran(source, answers, { variables: { skip } })).errors[0]?.path;
    expect(await pathWith(false)).toEqual(['product', 'maker']);
    expect(await pathWith(true)).toEqual(['product']);
  });

  test('under a name that the plan made up is told under the one that the client knows', async () => {
    const source = '{ found { ... on Product { note } ... on Shop { note } } }';
    const plan = shopPlan(source);
    const alias = /"(note__alias_\d+)"/.exec(JSON.stringify(plan))?.[1] ?? 'none';
    const { data, errors } = await ran(source, {
      catalog: {
        data: {
          found: [
            { __typename: 'Product', note: 'n' },
            { __typename: 'Shop', [alias]: null },
            { __typename: 'Shop', [alias]: 'of a shop' },
          ],
        },
        errors: [{ message: 'no note', path: ['found', 1, alias] }],
      },
    });
    expect(alias).not.toBe('none');
    expect(data).toEqual({ found: [{ note: 'n' }, { note: null }, { note: 'of a shop' }] });
    expect(errors).toMatchObject([{ path: ['found', 1, 'note'] }]);
  });
});

describe('writing', () => {
  test.each([
    ['{ product(id: 1) { tags } }', { product: { tags: ['a', null] } }, { product: null }],
    [
      '{ product(id: 1) { boxes { height } } }',
      { product: { boxes: [{ height: 1 }, { height: null }] } },
      { product: { boxes: null } },
    ],
    ['{ grid { id } }', { grid: [[{ id: '1' }], null] }, null],
  ])('%s: null where it must not be nulls the nearest that may be', async (source, answer, expected) => {
    const { data } = await ran(source, { catalog: { data: answer } });
    expect(data).toEqual(expected);
  });

  test('data that are null have a reason', async () => {
    const { data, errors } = await ran('{ grid { id } }', { catalog: { data: { grid: null } } });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(errors[0]).not.toHaveProperty('path');
  });

  test.each([
    ['{ product(id: 1) { name } }', { name: { upstream: 1 } }, { name: null }],
    ['{ product(id: 1) { price } }', { price: 'upstream' }, { price: null }],
    ['{ product(id: 1) { maker { id } } }', { maker: 'upstream' }, { maker: null }],
    ['{ product(id: 1) { boxes { unit } } }', { boxes: { upstream: 1 } }, { boxes: null }],
  ])('%s: a value of the wrong type is null, and is told without the value', async (source, value, expected) => {
    const answers = { catalog: { data: { product: product(1, value) } }, stock: entities(value) };
    const { data, errors } = await ran(source, answers);
    expect(data).toEqual({ product: expected });
    expect(errors).toMatchObject([{ path: ['product', Object.keys(value)[0]], extensions: { code: 'INTERNAL' } }]);
    expect(JSON.stringify(errors)).not.toContain('upstream');
  });

  test('values that graphql-js would serialize are serialized', async () => {
    const value = { id: 7, name: 5, boxes: [{ height: '12' }] };
    const { data } = await ran('{ product(id: 1) { id name boxes { height } } }', {
      catalog: { data: { product: value } },
    });
    expect(data).toEqual({ product: { id: '7', name: '5', boxes: [{ height: 12 }] } });
  });

  test('an enum value that clients are not to see is null', async () => {
    const { data, text } = await ran('{ product(id: 1) { colour } }', {
      catalog: { data: { product: { colour: 'SECRET' } } },
    });
    expect(data).toEqual({ product: { colour: null } });
    expect(text).not.toContain('SECRET');
  });

  test('selections of one field are merged as far as they count', async () => {
    const source = `query ($a: Boolean!, $b: Boolean!) {
      product(id: 1) @skip(if: $a) { id size { height } }
      product(id: 1) { size @include(if: $b) { unit } ... @skip(if: $b) { name } }
    }`;
    const answers = {
      catalog: { data: { product: { id: '1', name: 'n', size: { height: 1, unit: 'CM' } } } },
    };
    const dataWith = async (a: boolean, b: boolean) => (await ran(source, answers, { variables: { a, b } })).data;
    expect(await dataWith(false, false)).toEqual({ product: { id: '1', name: 'n', size: { height: 1 } } });
    expect(await dataWith(true, true)).toEqual({ product: { size: { unit: 'CM' } } });
    expect(await dataWith(true, false)).toEqual({ product: { name: 'n' } });
  });

  test('objects are written by the type that they say, and not at all when it is none', async () => {
    const { data, errors } = await ran('{ found { __typename ... on Thing { id } ... on Book { pages } } }', {
      catalog: {
        data: {
          found: [
            { __typename: 'Shop', id: '1' },
            { __typename: 'Book', pages: 3 },
            { __typename: 'Nothing' },
            { id: '4' },
          ],
        },
      },
    });
    expect(data).toEqual({ found: [{ __typename: 'Shop', id: '1' }, { __typename: 'Book', pages: 3 }, null, null] });
    expect(errors.map(({ path }) => path)).toEqual([
      ['found', 2],
      ['found', 3],
    ]);
  });

  test('names that every object inherits are names like others', async () => {
    const source = '{ constructor: product(id: 1) { toString: name } __proto__: product(id: 2) { id } }';
    const catalog = () => JSON.parse('{"data": {"constructor": {}, "__proto__": {"id": "2"}}}');
    const { text } = await ran(source, { catalog });
    expect(text).toBe('{"constructor":{"toString":null},"__proto__":{"id":"2"}}');
    expect('id' in {}).toBe(false);
  });

  test('the roots know their type, and the schema answers for itself', async () => {
    const source = `query ($name: String!, $deep: Boolean!) {
      __typename
      __type(name: $name) { ...T }
      __schema @include(if: $deep) { queryType { name } }
      me { id }
    } fragment T on __Type { name kind @include(if: $deep) }`;
    const variables = { name: 'Shop', deep: false };
    const { data } = await ran(source, { reviews: { data: { me: { id: 'u' } } } }, { variables });
    expect(data).toEqual({ __typename: 'Query', __type: { name: 'Shop' }, me: { id: 'u' } });
  });
});

test('mutations run one after another, and the next runs though the one before failed', async () => {
  const order: string[] = [];
  const { data } = await ran('mutation { close(shop: 1) { id } move(shelf: 2) { row } again: close(shop: 3) { id } }', {
    catalog: ({ query }: { query: string }) => {
      order.push(query.includes('again') ? 'again' : 'close');
      if (order.length === 1) throw new Error('away');
      return { data: { again: { id: '3' } } };
    },
    stock: () => {
      order.push('move');
      return { data: { move: { row: 2 } } };
    },
  });
  expect(order).toEqual(['close', 'move', 'again']);
  expect(data).toEqual({ close: null, move: { row: 2 }, again: { id: '3' } });
});

test('a plan that it does not know is refused before anything is fetched', () => {
  const { schema, supergraphSchema } = shopGraph();
  const document = parse('{ product(id: 1) { id } }');
  const defer = { kind: 'Defer' as const, primary: {}, deferred: [] };
  const compile = () =>
    compileOperation({ plan: { kind: 'QueryPlan', node: defer }, document, schema, supergraphSchema });
  expect(compile).toThrow(UnsupportedPlan);
});
