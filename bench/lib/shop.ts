import { openConnection } from './http-connection.ts';

export const PLACE_ORDER = `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    __typename
    ... on CommandPayload { commandId id version position }
    ... on Error { code message path }
  }
}`;

const SAVE =
  'mutation ($input: SaveProductInput!) { command: saveProduct(input: $input) { ... on CommandPayload { id } } }';
const REGISTER =
  'mutation ($input: RegisterCustomerInput!) { command: registerCustomer(input: $input) { ... on CommandPayload { id } } }';

/** Puts two products and customers into an empty Waybill; answers with the bodies of orders of two lines. */
export const openShop = async (port: number, customers = 20): Promise<() => string> => {
  const connection = await openConnection(port);
  const command = async (query: string, input: object): Promise<string> => {
    const { body } = await connection.post('/graphql', JSON.stringify({ query, variables: { input } }));
    const { data } = JSON.parse(body) as { data?: { command?: { id?: string } } };
    if (!data?.command?.id) throw new Error(`The shop could not be opened: ${body}`);
    return data.command.id;
  };
  for (const sku of ['85123A', '71053'])
    await command(SAVE, { sku, description: `Product ${sku}`, unitPrice: '2.55', taxCode: 'STANDARD', taxRate: '20' });
  const ids: string[] = [];
  for (let n = 0; n < customers; n += 1)
    ids.push(
      await command(REGISTER, {
        name: `Customer ${n}`,
        email: `customer${n}@example.com`,
        address: { line1: `${n} High Street`, city: 'Leeds', postcode: 'LS1 1AA', country: 'United Kingdom' },
      }),
    );
  connection.close();
  const items = [
    { sku: '85123A', quantity: 6 },
    { sku: '71053', quantity: 2 },
  ];
  const bodies = ids.map((customerId) =>
    JSON.stringify({ query: PLACE_ORDER, variables: { input: { order: { customerId, items } } } }),
  );
  let next = 0;
  return () => bodies[next++ % bodies.length] ?? '';
};
