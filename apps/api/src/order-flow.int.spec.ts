import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const DONE = '__typename ... on CommandPayload { id version position duplicate } ... on Error { code message path }';

it('an order goes from nothing to completed: placed, paid, invoiced, picked, packed, dispatched, delivered', async () => {
  const { ask } = house;
  const { saveProduct } = await ask(
    `mutation ($input: SaveProductInput!) { saveProduct(input: $input) { ${DONE} ... on ProductPayload { product { sku unitPrice } } } }`,
    { input: { sku: 'ww1', description: 'White heart', unitPrice: '2.55', taxCode: 'STANDARD', taxRate: '20' } },
  );
  expect(saveProduct).toMatchObject({ id: 'WW1', product: { sku: 'WW1', unitPrice: '2.55' } });

  const { registerCustomer } = await ask(
    `mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { ${DONE} ... on CustomerPayload { customer { number name address { country } } } } }`,
    {
      input: {
        name: 'Ana Meyer',
        email: 'ana@example.com',
        address: { line1: '1 High St', country: 'United Kingdom' },
      },
    },
  );
  expect(registerCustomer.customer).toMatchObject({ name: 'Ana Meyer', address: { country: 'United Kingdom' } });

  const { placeOrder } = await ask(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${DONE} ... on OrderPayload { order {
      id number status lineCount total { amount currency formatted } lines { sku description quantity } availableActions { name allowed reason } } } } }`,
    { input: { order: { customerId: registerCustomer.id, items: [{ sku: 'WW1', quantity: 6 }] } } },
  );
  expect(placeOrder).toMatchObject({
    __typename: 'OrderPayload',
    duplicate: false,
    order: {
      lineCount: 1,
      total: { amount: 1836, currency: 'GBP', formatted: '£18.36' },
      lines: [{ sku: 'WW1', quantity: 6 }],
    },
  });
  const id = placeOrder.id as string;

  const { recordIncomingPayment } = await ask(
    `mutation ($input: RecordIncomingPaymentInput!) { recordIncomingPayment(input: $input) { ${DONE} } }`,
    { input: { orderId: id, channel: 'bank', reference: 'S-1', amount: { amount: 1836, currency: 'GBP' } } },
  );
  expect(recordIncomingPayment).toMatchObject({ __typename: 'PaymentPayload' });

  const order = await eventually(
    async () => {
      const found = (
        await ask(
          `query ($id: ID!) { order(id: $id) { status paymentStatus invoiceStatus deliveryStatus
          payment { status received { amount } outstanding { amount } payments { reference } }
          invoices { id number status documentUrl total { amount } lines { sku } order { number } }
          deliveries { id number status version pieces availableActions { name allowed } } } }`,
          { id },
        )
      ).order;
      expect(found).toMatchObject({ paymentStatus: 'PAID', invoiceStatus: 'PAID', deliveryStatus: 'SCHEDULED' });
      expect(found.invoices[0].documentUrl).not.toBeNull();
      return found;
    },
    { within: 10_000 },
  );
  expect(order.payment).toMatchObject({ status: 'PAID', received: { amount: 1836 }, outstanding: { amount: 0 } });
  expect(order.invoices).toMatchObject([{ status: 'PAID', total: { amount: 1836 }, lines: [{ sku: 'WW1' }] }]);

  const pdf = await fetch(house.url + order.invoices[0].documentUrl);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-');

  const [delivery] = order.deliveries;
  let expectedVersion = delivery.version as number;
  for (const [step, more] of [
    ['pickDelivery', {}],
    ['packDelivery', {}],
    ['dispatchDelivery', { carrier: 'Royal Mail', trackingNumber: 'RM1' }],
    ['confirmDelivery', {}],
  ] as const) {
    const type = `${step.charAt(0).toUpperCase()}${step.slice(1)}Input`;
    const done = await ask(`mutation ($input: ${type}!) { command: ${step}(input: $input) { ${DONE} } }`, {
      input: { deliveryId: delivery.id, expectedVersion, ...more },
    });
    expect(done.command).toMatchObject({ __typename: 'DeliveryPayload', id: delivery.id });
    expectedVersion = done.command.version;
  }

  await eventually(
    async () => {
      const { order: end } = await ask('query ($id: ID!) { order(id: $id) { status deliveryStatus } }', { id });
      expect(end).toEqual({ status: 'COMPLETED', deliveryStatus: 'DELIVERED' });
    },
    { within: 10_000 },
  );

  const { order: told } = await ask(
    'query ($id: ID!) { order(id: $id) { history { type position actor { kind name } command { type } causedBy { type } data } } }',
    { id },
  );
  const types = told.history.map(({ type }: { type: string }) => type);
  expect(types).toEqual(
    expect.arrayContaining(['OrderPlaced', 'PaymentReceived', 'InvoiceIssued', 'DeliveryConfirmed', 'OrderCompleted']),
  );
  const issued = told.history.find(({ type }: { type: string }) => type === 'InvoiceIssued');
  expect(issued).toMatchObject({
    actor: { kind: 'process' },
    command: { type: 'IssueInvoice' },
    causedBy: { type: 'PaymentReceived' },
  });
});
