import { buildSchema, GraphQLObjectType, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { differencesOf } from './differences.ts';
import { selectionOf, shapeOf } from './shape.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Money { amount: Int! currency: String! }
  type HistoryEvent { id: ID! }
  type Customer implements Node { id: ID! name: String }
  type Line { id: ID! quantity: Int! price: Money! }
  type Delivery implements Node { id: ID! status: String! order: Order history: [HistoryEvent!]! }
  type DeliveryConnection { nodes: [Delivery!]! }
  type Address { city: String lines: [String!]! }
  type Order implements Node {
    id: ID! status: String! total: Money lines: [Line!]! deliveries: [Delivery!]! customer: Customer address: Address
    history: [HistoryEvent!]! others: DeliveryConnection! one(id: ID!): Delivery
  }
  type Query { order: Order }
`);
const order = schema.getType('Order');
if (!(order instanceof GraphQLObjectType)) throw new Error('no order');
const shape = shapeOf(order);

it('compares what belongs to an object: not its story, not what it merely names, not what has to be asked for', () => {
  const selection = selectionOf(order, shape);
  expect(selection).toBe(
    '{ id status total { amount currency } lines { id quantity price { amount currency } } deliveries { id status } address { city lines } }',
  );
  expect(validate(schema, parse(`{ order ${selection} }`))).toEqual([]);
});

it('names what differs by its path, members of lists by their ids', () => {
  const before = {
    id: '1',
    status: 'PLACED',
    total: { amount: 100, currency: 'GBP' },
    lines: [
      { id: 'a', quantity: 1, price: { amount: 10, currency: 'GBP' } },
      { id: 'b', quantity: 2, price: { amount: 10, currency: 'GBP' } },
    ],
    address: { city: 'Leeds', lines: ['1 High St'] },
  };
  const after = {
    ...before,
    status: 'CONFIRMED',
    total: { amount: 80, currency: 'GBP' },
    lines: [
      { id: 'b', quantity: 3, price: { amount: 10, currency: 'GBP' } },
      { id: 'c', quantity: 1, price: { amount: 50, currency: 'GBP' } },
    ],
    deliveries: [{ id: 'd', status: 'SCHEDULED' }],
    address: null,
  };
  expect(differencesOf(before, after, shape)).toEqual([
    { path: ['status'], before: 'PLACED', after: 'CONFIRMED' },
    { path: ['total'], before: { amount: 100, currency: 'GBP' }, after: { amount: 80, currency: 'GBP' } },
    { path: ['lines', 'a', 'id'], before: 'a', after: null },
    { path: ['lines', 'a', 'quantity'], before: 1, after: null },
    { path: ['lines', 'a', 'price'], before: { amount: 10, currency: 'GBP' }, after: null },
    { path: ['lines', 'b', 'quantity'], before: 2, after: 3 },
    { path: ['address', 'city'], before: 'Leeds', after: null },
    { path: ['address', 'lines'], before: ['1 High St'], after: null },
    { path: ['lines', 'c', 'id'], before: null, after: 'c' },
    { path: ['lines', 'c', 'quantity'], before: null, after: 1 },
    { path: ['lines', 'c', 'price'], before: null, after: { amount: 50, currency: 'GBP' } },
    { path: ['deliveries', 'd', 'id'], before: null, after: 'd' },
    { path: ['deliveries', 'd', 'status'], before: null, after: 'SCHEDULED' },
  ]);
  expect(differencesOf(after, after, shape)).toEqual([]);
});

it('shows everything as new where there was nothing', () => {
  expect(differencesOf(null, { id: '1', status: 'DRAFT', lines: [] }, shape)).toEqual([
    { path: ['id'], before: null, after: '1' },
    { path: ['status'], before: null, after: 'DRAFT' },
  ]);
});
