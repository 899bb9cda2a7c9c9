import { chanceOf } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { faultsAtTheEnd } from './fixtures/business/faults.ts';
import { type Business, openBusiness } from './fixtures/business/open-business.ts';
import { seeItThrough } from './fixtures/business/see-it-through.ts';

const item = (sku: string, lineId: string, unitPrice: string) => ({
  ...{ sku, lineId, unitPrice, quantity: 3, description: `Product ${sku}` },
  ...{ taxCode: 'STANDARD', taxRate: '20', weightGrams: 100 },
});
const items = [item('A', 'L1', '2.55'), item('B', 'L2', '0.99')];

type Step = (business: Business, orderId: string) => Promise<unknown>;
const eachDelivery =
  (type: string, input: object = {}): Step =>
  async ({ world, started }) => {
    for (const deliveryId of started('DeliveryScheduled')) await world.send(type, { deliveryId, ...input });
  };
/** The first delivery takes a part of it, the next one the rest. */
const delivering = (lines: readonly object[] | null): readonly Step[] => [
  eachDelivery('PickDelivery', { lines }),
  eachDelivery('PackDelivery'),
  eachDelivery('DispatchDelivery', { carrier: 'Royal Mail', trackingNumber: 'RM-1' }),
  eachDelivery('ConfirmDelivery'),
];
const lifeOf = (terms: string): readonly Step[] => [
  ({ world, customers: [customerId] }, orderId) =>
    world.send('PlaceOrder', { orderId, terms, order: { customerId, currency: 'GBP', items } }),
  ({ world, nextId }, orderId) => {
    const payment = { orderId, channel: 'bank', reference: nextId(), amount: 1_274, currency: 'GBP' };
    return world.send('RecordIncomingPayment', payment);
  },
  ...delivering([
    { lineId: 'L1', quantity: 2 },
    { lineId: 'L2', quantity: 0 },
  ]),
  ...delivering(null),
];

/** Lives for so many steps of people and machines; true where there was more to come. */
const live = async (business: Business, orderId: string, terms: string, steps: number): Promise<boolean> => {
  let left = steps;
  for (const step of lifeOf(terms)) {
    if (left === 0) return true;
    await step(business, orderId);
    left -= 1;
    while (left > 0 && (await business.world.step(business.chance))) left -= 1;
  }
  return left === 0;
};

const cancellations = {
  whole: { type: 'CancelOrder', asked: {} },
  'in part': { type: 'CancelOrderLines', asked: { lines: [{ lineId: 'L1', quantity: 2 }] } },
} as const;

it.each([
  ['PREPAID', 'whole'],
  ['PREPAID', 'in part'],
  ['NET_30', 'whole'],
  ['NET_30', 'in part'],
] as const)(
  'an order that is %s can be cancelled %s between any two steps of its life',
  async (terms, how) => {
    const { type, asked } = cancellations[how];
    const ends = new Set<string | undefined>();
    for (let steps = 1, goesOn = true; goesOn; steps += 1) {
      const business = await openBusiness(chanceOf(steps));
      const orderId = business.nextId();
      goesOn = await live(business, orderId, terms, steps);
      const before = business.world.log.filter((event) => event.type === 'InvoiceIssued');
      await business.send(type, { orderId, reason: 'second thoughts', ...asked });
      await seeItThrough(business);
      expect([steps, faultsAtTheEnd(business)]).toEqual([steps, []]);
      const invoices = business.world.log.filter((event) => event.type === 'InvoiceIssued');
      expect(invoices.slice(0, before.length)).toEqual(before);
      ends.add(business.audit.books.get(orderId)?.status);
    }
    expect([...ends].sort()).toEqual(how === 'whole' ? ['CANCELLED', 'COMPLETED'] : ['COMPLETED']);
  },
  120_000,
);
