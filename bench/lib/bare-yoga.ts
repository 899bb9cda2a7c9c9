import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import { createSchema, createYoga } from 'graphql-yoga';

/**
 * The floor: a Yoga mutation of the same input and answer that does nothing, behind the plugins a public server needs
 * (limits, masked errors, CORS). Prints its port.
 */
const typeDefs = `
  type Query { _: Boolean }
  scalar Quantity
  input AddressInput { line1: String line2: String city: String postcode: String country: String! }
  input OrderItemInput { sku: String! quantity: Quantity! }
  input WholeOrderInput { customerId: ID! currency: String = "GBP" items: [OrderItemInput!]! deliveryAddress: AddressInput billingAddress: AddressInput }
  input PlaceOrderInput { commandId: ID expectedVersion: Int orderId: ID order: WholeOrderInput }
  interface CommandPayload { commandId: ID! id: ID! version: Int! position: Float! }
  type OrderPayload implements CommandPayload { commandId: ID! id: ID! version: Int! position: Float! }
  interface Error { code: String! message: String! path: [String!]! }
  type InvalidInput implements Error { code: String! message: String! path: [String!]! }
  union PlaceOrderResult = OrderPayload | InvalidInput
  type Mutation { placeOrder(input: PlaceOrderInput!): PlaceOrderResult! }`;

let position = 0;
const placeOrder = async () => {
  position += 1;
  return { __typename: 'OrderPayload', commandId: '0199', id: '0199', version: 3, position };
};

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers: { Mutation: { placeOrder } } }),
  plugins: [EnvelopArmorPlugin()],
  cors: { origin: ['http://127.0.0.1:3000'], credentials: true },
  graphiql: false,
  logging: false,
});
const server = createServer({ keepAliveTimeout: 65_000 }, yoga).listen(0, '127.0.0.1', () =>
  console.log((server.address() as AddressInfo).port),
);
