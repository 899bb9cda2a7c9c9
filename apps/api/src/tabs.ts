import type { Tab } from '@waybill/graphql';

const tab = (query: string, variables?: object): Tab => ({
  query: query.trim(),
  ...(variables ? { variables: JSON.stringify(variables, null, 2) } : {}),
});

const DONE = `... on CommandPayload { id version position }
    ... on Error { code message path }`;

/** The way of an order as examples, in the order in which they are tried. */
export const tabs: readonly Tab[] = [
  tab(`# 1 · Who can order, and what. Take an id and a code from here into the next tab.
query Look {
  customers(first: 3) { nodes { id number name country } }
  products(first: 5) { nodes { sku description unitPrice currency } }
}`),
  tab(
    `# 2 · Place a whole order in one command.
mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    ${DONE}
    ... on ProductUnknown { skus }
    ... on OrderPayload { order { id number status total { formatted } } }
  }
}`,
    { input: { order: { customerId: 'PASTE A CUSTOMER ID', items: [{ sku: '85123A', quantity: 6 }] } } },
  ),
  tab(
    `# 3 · Money arrives. The same reference twice has one effect.
mutation RecordIncomingPayment($input: RecordIncomingPaymentInput!) {
  recordIncomingPayment(input: $input) {
    ${DONE}
    ... on PaymentPayload { order { paymentStatus } }
  }
}`,
    {
      input: {
        orderReference: 'ORD-2026-000001',
        channel: 'bank',
        reference: 'STMT-1',
        amount: { amount: 1836, currency: 'GBP' },
      },
    },
  ),
  tab(
    `# 4 · The order with everything that became of it.
query Order($number: String!) {
  order(number: $number) {
    id number status paymentStatus invoiceStatus deliveryStatus version
    lines { sku description quantity amount { formatted } }
    invoices { number status documentUrl total { formatted } }
    deliveries { id number status availableActions { name allowed reason } }
    availableActions { name allowed reason }
    history { position type summary actor { name } command { type } causedBy { type } }
  }
}`,
    { number: 'ORD-2026-000001' },
  ),
  tab(
    `# 5 · The warehouse: pick, pack, dispatch, confirm.
mutation Ship($id: ID!) {
  pickDelivery(input: { deliveryId: $id }) { ${DONE} }
  packDelivery(input: { deliveryId: $id }) { ${DONE} }
  dispatchDelivery(input: { deliveryId: $id, carrier: "Royal Mail", trackingNumber: "RM1" }) { ${DONE} }
  confirmDelivery(input: { deliveryId: $id }) { ${DONE} }
}`,
    { id: 'PASTE A DELIVERY ID' },
  ),
  tab(
    `# 6 · Cancel. Once it is placed, the warehouse answers what could still be stopped.
mutation CancelOrder($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    ${DONE}
    ... on OrderNotCancellable { status }
  }
}`,
    { input: { orderId: 'PASTE AN ORDER ID', reason: 'Ordered twice' } },
  ),
  tab(
    `# 7 · Put an order together step by step.
mutation Draft($customerId: ID!) {
  draftOrder(input: { customerId: $customerId }) { ${DONE} }
}`,
    { customerId: 'PASTE A CUSTOMER ID' },
  ),
  tab(`# 8 · Everything that changes, live. With the last cursor as \`after\` nothing is missed.
subscription Changes {
  changes {
    ... on Change { cursor event summary aggregateId actor { name } topics recordedAt }
    ... on TooLongAway { cursor }
  }
}`),
  tab(`# 9 · How fresh the views are.
query Status {
  systemStatus { watermark upToDate lagMs consumers { name kind position lagEvents lagSeconds late } }
}`),
];
