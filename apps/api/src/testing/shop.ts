import { eventually } from '@waybill/testing';
import type { GraphClient } from './graph-client.ts';

/** What every answer to a command is asked for. */
export const DONE =
  '__typename ... on CommandPayload { commandId id version position duplicate } ... on Error { code message path }';

/** Sends a command by its mutation's name, and answers with its result whatever it is. `more`: fields beside the usual. */
export const sendCommand = async (client: GraphClient, name: string, input: object, more = '') => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await client.ask(`mutation ($input: ${type}!) { command: ${name}(input: $input) { ${DONE} ${more} } }`, {
    input,
  });
  return data.command;
};

/** A shop with a product (WW1, £2.55 net, 20 %) and a customer, and the steps of an order. */
export const openShop = async (client: GraphClient) => {
  const command = (name: string, input: object, more?: string) => sendCommand(client, name, input, more);
  await command('saveProduct', {
    sku: 'WW1',
    description: 'White heart',
    unitPrice: '2.55',
    taxCode: 'STANDARD',
    taxRate: '20',
    weightGrams: 120,
  });
  const { id: customerId } = await command('registerCustomer', {
    name: 'Ana Meyer',
    email: 'ana@example.com',
    address: { line1: '1 High St', city: 'Leeds', country: 'United Kingdom' },
  });
  const order = (quantity = 6) => ({ customerId, items: [{ sku: 'WW1', quantity }] });
  const place = async (quantity?: number): Promise<string> =>
    (await command('placeOrder', { order: order(quantity) })).id;
  const pay = (orderId: string, amount: number, reference: string) =>
    command('recordIncomingPayment', { orderId, channel: 'bank', reference, amount: { amount, currency: 'GBP' } });
  const until = (id: string, states: object) =>
    eventually(
      async () => {
        const { order: found } = await client.ask(
          'query ($id: ID!) { order(id: $id) { status paymentStatus invoiceStatus deliveryStatus deliveries { id } } }',
          { id },
        );
        for (const [field, state] of Object.entries(states))
          if (found?.[field] !== state) throw new Error(`${field} is ${found?.[field]}, not ${state} yet`);
        // Two views: the order's own row may tell of a delivery before the list of deliveries shows it.
        if ('deliveryStatus' in states && found.deliveries.length === 0) throw new Error('no delivery is listed yet');
        return found;
      },
      { within: 45_000 },
    );
  /** From placed to delivered and completed. */
  const deliver = async (orderId: string, reference: string) => {
    await pay(orderId, 1836, reference);
    const { deliveries } = await until(orderId, { deliveryStatus: 'SCHEDULED', invoiceStatus: 'PAID' });
    const deliveryId = deliveries[0].id;
    await command('pickDelivery', { deliveryId });
    await command('packDelivery', { deliveryId });
    await command('dispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM1' });
    await command('confirmDelivery', { deliveryId });
    await until(orderId, { status: 'COMPLETED' });
  };
  return { customerId, command, order, place, pay, until, deliver };
};
export type Shop = Awaited<ReturnType<typeof openShop>>;
