import { openConnection } from '../lib/http-connection.ts';

/** An operation as it is sent, without its command id. */
export interface Operation {
  readonly query: string;
  readonly variables: { readonly input: object };
}

const DONE = '__typename ... on CommandPayload { commandId id version position } ... on Error { code message path }';
const CUSTOMER = '{ customers(first: 1) { nodes { id } } }';
const DRAFT =
  'mutation ($input: DraftOrderInput!) { command: draftOrder(input: $input) { ... on CommandPayload { id } } }';
const ADD = `mutation ($input: AddItemToOrderInput!) { command: addItemToOrder(input: $input) {
  ... on OrderPayload { order { lines { id } } } } }`;
const CHANGE = `mutation ($input: ChangeItemQuantityInput!) { changeItemQuantity(input: $input) { ${DONE} } }`;

const DRAFTS = 50;

/** Changes of quantities, over drafts in turn: commands that lead to one event and to no other command. */
export const changesOfDrafts = async (port: number): Promise<() => Operation> => {
  const connection = await openConnection(port);
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const { body } = await connection.post('/graphql', JSON.stringify({ query, variables }));
    const { data, errors } = JSON.parse(body) as { data: T; errors?: unknown };
    if (errors) throw new Error(`The drafts could not be made: ${body}`);
    return data;
  };
  const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(CUSTOMER);
  const customerId = customers.nodes[0]?.id;
  const lines: { orderId: string; lineId: string }[] = [];
  for (let n = 0; n < DRAFTS; n += 1) {
    const { command } = await ask<{ command: { id: string } }>(DRAFT, { input: { customerId } });
    const input = { orderId: command.id, sku: '85123A', quantity: 1 };
    const added = await ask<{ command: { order: { lines: { id: string }[] } | null } }>(ADD, { input });
    const lineId = added.command.order?.lines[0]?.id;
    if (!lineId) throw new Error(`The line of draft ${command.id} was not shown in time`);
    lines.push({ orderId: command.id, lineId });
  }
  connection.close();
  let next = 0;
  return () => {
    const turn = next++;
    // Another quantity each time: the same again would be no change.
    const quantity = 2 + (Math.floor(turn / DRAFTS) % 900);
    return { query: CHANGE, variables: { input: { ...lines[turn % DRAFTS], quantity } } };
  };
};
