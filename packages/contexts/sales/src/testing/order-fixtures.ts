import type { OrderCharge, OrderItem } from '../order/commands.ts';
import type { OrderEvent } from '../order/events.ts';
import { withoutMeasures } from '../order/measures.ts';
import { chargeLine, goodsLine } from '../order/new-line.ts';

/** Ana's order of mugs, for specs: what was typed, and what has happened. */
export const orderId = '0194a000-0000-7000-8000-000000000001';
export const leeds = { line1: '1 Mill Lane', city: 'Leeds', postcode: 'LS1 1AA', country: 'United Kingdom' };
export const york = { line1: '2 High Street', city: 'York', country: 'United Kingdom' };
export const customer = { customerId: 'c1', customerName: 'Ada Ltd' };

export const mugs: OrderItem = {
  lineId: 'L1',
  sku: 'MUG',
  quantity: 6,
  description: 'Red mug',
  unitPrice: '2.55',
  currency: 'GBP',
  taxCode: 'STANDARD',
  taxRate: '20',
  weightGrams: 300,
  size: { lengthMm: 120, widthMm: 90, heightMm: 100 },
};
export const postage: OrderCharge = {
  lineId: 'C1',
  code: 'POST',
  description: 'Postage',
  quantity: 1,
  unitPrice: '4.00',
  currency: 'GBP',
  taxCode: 'STANDARD',
  taxRate: '20',
};

export const drafted: Extract<OrderEvent, { type: 'OrderDrafted' }> = {
  type: 'OrderDrafted',
  data: { number: 'ORD-2026-000001', ...customer, currency: 'GBP', prices: 'NET' },
};
export const addressed: OrderEvent = { type: 'DeliveryAddressChanged', data: { customerId: 'c1', address: leeds } };
export const mugsAdded: OrderEvent = { type: 'ItemAddedToOrder', data: { line: goodsLine(mugs) } };
export const postageAdded: OrderEvent = { type: 'ChargeAddedToOrder', data: { line: chargeLine(postage) } };
/** Complete, and ready to be placed. */
export const draft = [drafted, addressed, mugsAdded, postageAdded];

const mugsBilled = withoutMeasures({ ...goodsLine(mugs), discount: 0 });
const postageBilled = withoutMeasures({ ...chargeLine(postage), discount: 0 });
const header = { number: 'ORD-2026-000001', ...customer };

export const placedEvents = (
  from: { channel?: string; externalId?: string | null; placedOn?: string } = {},
): OrderEvent[] => [
  {
    type: 'OrderPlaced',
    data: {
      ...header,
      country: 'United Kingdom',
      currency: 'GBP',
      prices: 'NET',
      terms: 'PREPAID',
      shortage: 'BACKORDER',
      lineCount: 2,
      goods: [{ lineId: 'L1', sku: 'MUG', quantity: 6 }],
      net: 1930,
      tax: 386,
      total: 2316,
      channel: 'web',
      externalId: null,
      placedOn: '2026-01-05',
      ...from,
    },
  },
  {
    type: 'OrderForBilling',
    data: {
      ...header,
      billingAddress: leeds,
      currency: 'GBP',
      prices: 'NET',
      terms: 'PREPAID',
      lines: [mugsBilled, postageBilled],
      discounts: [],
      channel: from.channel ?? 'web',
    },
  },
  {
    type: 'OrderForShipping',
    data: {
      ...header,
      deliveryAddress: leeds,
      lines: [{ lineId: 'L1', sku: 'MUG', description: 'Red mug', quantity: 6, weightGrams: 300, size: mugs.size }],
    },
  },
];
/** A draft that was placed. */
export const placed = [...draft, ...placedEvents()];
export const confirmed: OrderEvent = { type: 'OrderConfirmed', data: {} };
export const completed: OrderEvent = { type: 'OrderCompleted', data: {} };
export const held: OrderEvent = { type: 'OrderHeld', data: { reason: 'address looks wrong', credit: null } };
/** Too much for its customer by £5.00. */
export const overCredit = { limit: 3_000, used: 2_500, amount: 1_000 };
export const heldForCredit: OrderEvent = {
  type: 'OrderHeld',
  data: { reason: 'over the credit limit', credit: overCredit },
};
export const released: OrderEvent = { type: 'OrderReleased', data: { override: null } };
export const expired: OrderEvent = { type: 'OrderExpired', data: {} };
/** Of some pieces, or of everything where no lines are named. */
export const requestedFor = (
  cancellationId: string,
  lines: { lineId: string; quantity: number }[] | null = null,
): OrderEvent => ({ type: 'CancellationRequested', data: { cancellationId, reason: 'changed my mind', lines } });
export const cancellationRequested = requestedFor('k1');
export const cancellationRejected: OrderEvent = {
  type: 'CancellationRejected',
  data: { cancellationId: 'k1', code: 'ReturnInstead', message: 'Already packed.', returnInstead: null },
};
export const cancelled: OrderEvent = { type: 'OrderCancelled', data: { reason: 'changed my mind' } };
export const linesCancelled = (
  cancellationId: string,
  lines: { lineId: string; quantity: number }[],
  net: number,
  total: number,
): OrderEvent => ({
  type: 'OrderLinesCancelled',
  data: { cancellationId, reason: 'changed my mind', lines, on: '2026-01-05', currency: 'GBP', net, total },
});
