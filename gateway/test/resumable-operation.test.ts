/** How a subscription is asked of a subgraph so that it can go on from any place. */
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { ResumableOperation } from '../src/subscriptions/resumable-operation.ts';

const schema = buildSchema(`
  type Query { id: ID }
  type Case { id: ID! status: String notes(after: String): [String!] }
  enum Kind { SNAPSHOT CHANGED }
  type QueueEvent { cursor: String! kind: Kind! consultations: [Case!]! waiting: Int! }
  type Told { cursor: String! case: Case }
  type Ticked { at: String! }
  input Filter { specialty: String }
  type Subscription { queue(filter: Filter, after: String): QueueEvent! told(id: ID!, after: String): Told! ticked: Ticked! }
`);

function of(operation: string): ResumableOperation {
  const resumable = new ResumableOperation(operation, schema);
  expect(validate(schema, parse(resumable.query))).toEqual([]);
  return resumable;
}

test('the place and the cursor are the gateway’s own, whatever the client asks', () => {
  const queue = of('subscription Q($f: Filter, $after: String) { queue(filter: $f, after: $after) { waiting } }');
  expect(queue.query.replaceAll(/\s+/g, ' ')).toBe(
    'subscription Q($f: Filter, $liveAfter: String) { queue(filter: $f, after: $liveAfter) { waiting liveCursor: cursor liveKind: kind liveOf: consultations { id } } }',
  );
  expect(queue.startVariable).toBe('after');
  expect(queue.startOf({ after: 'here' })).toBe('here');
  expect(queue.variablesAt({ f: null, after: 'here' }, 'there')).toEqual({ f: null, liveAfter: 'there' });
});

test('what only the gateway asked for is taken out of the event', () => {
  const queue = of('subscription { q: queue { waiting } }');
  const data = { q: { waiting: 1, liveCursor: 'c', liveKind: 'CHANGED', liveOf: [{ id: 'x' }] } };
  expect(queue.placed(data)).toEqual({ cursor: 'c', stateOf: 'x' });
  expect(data).toEqual({ q: { waiting: 1 } });
  expect(queue.placed({ q: { liveCursor: 'c', liveKind: 'SNAPSHOT', liveOf: [{ id: 'x' }] } }).stateOf).toBeNull();
  expect(queue.placed({ q: null })).toEqual({ cursor: null, stateOf: null });
});

test('a start that is written into the operation, or given nowhere', () => {
  expect(of('subscription { told(id: 1, after: "here") { case { id } } }').startOf({})).toBe('here');
  expect(of('subscription { told(id: 1) { case { id } } }').startOf({})).toBeNull();
  expect(of('subscription { told(id: 1, after: null) { case { id } } }').startOf({})).toBeNull();
});

test('a variable that decides more than the start stays', () => {
  const told = of('subscription T($a: String) { told(id: 1, after: $a) { case { notes(after: $a) } } }');
  expect(told.startVariable).toBeNull();
  expect(told.startOf({ a: 'here' })).toBe('here');
  expect(told.variablesAt({ a: 'here' }, 'there')).toEqual({ a: 'here', liveAfter: 'there' });
});

test('names that the client uses are left to it', () => {
  const queue = of('subscription { queue { liveCursor: waiting } }');
  expect(queue.placed({ queue: { liveCursor: 3, live_Cursor: 'c', live_Kind: 'SNAPSHOT', live_Of: [] } }).cursor).toBe(
    'c',
  );
});

test('a subscription without cursors is asked as it is', () => {
  const ticked = of('subscription { ticked { at } }');
  expect(ticked.resumable).toBe(false);
  expect(ticked.query).toBe('subscription { ticked { at } }');
  expect(ticked.placed({ ticked: { at: 'now' } })).toEqual({ cursor: null, stateOf: null });
});
