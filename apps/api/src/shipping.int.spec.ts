import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

/** Sends a mutation; answers with its payload's version, or with the code of its refusal. */
const send = async (name: string, input: object): Promise<string> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { command } = await house.ask(
    `mutation ($input: ${type}!) { command: ${name}(input: $input) { __typename ... on CommandPayload { id } ... on Error { code } } }`,
    { input },
  );
  return command.code ?? 'done';
};
const SHIPMENT = `isCleared held isAddressFrozen isStopped openPieces deliveryAddress { city }
  lines { ordered inDeliveries open stopped } cancellations { refusal stopped { quantity } }
  availableActions { name allowed reason }`;
const DELIVERIES = `deliveries { id status pieces failure packedOverride deliveryAddress { city }
  lines { id quantity returnable } returns { id reason receivedAt lines { quantity disposition } }
  scans { place isLate } lastScan { place } availableActions { name allowed reason } }`;
const shipmentOf = async (id: string, asOf: object | null = null) =>
  (
    await house.ask(
      `query ($id: ID!, $asOf: AsOf) { order(id: $id, asOf: $asOf) { shipment { ${SHIPMENT} } ${DELIVERIES} history { type position } } }`,
      { id, asOf },
    )
  ).order;
const until = (id: string, holds: (order: Awaited<ReturnType<typeof shipmentOf>>) => void) =>
  eventually(
    async () => {
      const order = await shipmentOf(id);
      holds(order);
      return order;
    },
    { within: 45_000 },
  );
const paid = async (quantity: number, reference: string) => {
  const orderId = await shop.place(quantity);
  await shop.until(orderId, { paymentStatus: 'REQUESTED' });
  await shop.pay(orderId, quantity * 306, `${reference} ${orderId}`);
  const { deliveries } = await until(orderId, (order) => expect(order.deliveries).toHaveLength(1));
  return { orderId, deliveryId: deliveries[0].id as string, lineId: deliveries[0].lines[0].id as string };
};
const allowed = ({ availableActions }: { availableActions: { name: string; allowed: boolean }[] }) =>
  availableActions.filter((action) => action.allowed).map(({ name }) => name);

describe('an order that leaves in parts', () => {
  it('is followed piece by piece, held, redirected, and its address freezes', { timeout: 120_000 }, async () => {
    const { orderId, deliveryId, lineId } = await paid(6, 'P-1');
    expect(await send('pickDelivery', { deliveryId, lines: [{ lineId, quantity: 7 }] })).toBe('PickExceedsDelivery');
    expect(await send('pickDelivery', { deliveryId, lines: [{ lineId, quantity: 4 }] })).toBe('done');
    // What was not found goes into another delivery by itself.
    const inParts = {
      shipment: { isCleared: true, openPieces: 0, lines: [{ ordered: 6, inDeliveries: 6, open: 0, stopped: 0 }] },
      deliveries: [
        { status: 'PICKED', pieces: 4 },
        { status: 'SCHEDULED', pieces: 2 },
      ],
    };
    const short = await until(orderId, (order) => expect(order).toMatchObject(inParts));
    expect(allowed(short.shipment)).toEqual(['holdDelivery', 'changeDeliveryAddress']);

    const address = { city: 'York', country: 'United Kingdom' };
    expect(await send('changeDeliveryAddress', { orderId, address })).toBe('done');
    expect(await send('holdDelivery', { orderId, reason: 'The address is odd' })).toBe('done');
    const redirected = {
      shipment: { held: 'The address is odd', deliveryAddress: { city: 'York' } },
      deliveries: [{ deliveryAddress: { city: 'York' } }, { deliveryAddress: { city: 'York' } }],
    };
    const held = await until(orderId, (order) => expect(order).toMatchObject(redirected));
    const pack = held.deliveries[0].availableActions.find(({ name }: { name: string }) => name === 'packDelivery');
    expect(pack).toMatchObject({ allowed: false, reason: expect.stringContaining('held (The address is odd)') });
    expect(await send('packDelivery', { deliveryId })).toBe('ShipmentHeld');
    expect(await send('packDelivery', { deliveryId, override: 'Ana asked the customer' })).toBe('done');
    expect(await send('changeDeliveryAddress', { orderId, address: { ...address, city: 'Hull' } })).toBe(
      'AddressFrozen',
    );
    expect(await send('changeDeliveryAddress', { orderId: deliveryId, address })).toBe('ShipmentUnknown');

    expect(await send('releaseDelivery', { orderId })).toBe('done');
    expect(await send('scheduleDelivery', { orderId, lines: [{ lineId, quantity: 1 }] })).toBe('MoreThanOpen');
    expect(await send('scheduleDelivery', { orderId })).toBe('done');
    const both = await until(orderId, ({ deliveries: [first] }) => expect(first.status).toBe('PACKED'));
    expect(both.deliveries).toMatchObject([
      { pieces: 4, packedOverride: 'Ana asked the customer' },
      { status: 'SCHEDULED', pieces: 2 },
    ]);
    expect(both.history.filter(({ type }: { type: string }) => type === 'DeliveryScheduled')).toHaveLength(2);

    // As of the end of its story, it is as it is now, with both deliveries.
    const { position } = both.history.at(-1);
    const then = await shipmentOf(orderId, { position });
    expect(then.shipment).toMatchObject({ isAddressFrozen: true, lines: [{ inDeliveries: 6, open: 0 }] });
    expect(then.deliveries).toHaveLength(2);
  });
});

describe('a delivery that goes wrong', () => {
  it('fails, is tried again, and comes back in part; scans stand where they were seen', {
    timeout: 120_000,
  }, async () => {
    const { orderId, deliveryId, lineId } = await paid(3, 'P-2');
    for (const step of ['pickDelivery', 'packDelivery']) expect(await send(step, { deliveryId })).toBe('done');
    expect(await send('requestReturn', { deliveryId, reason: 'too early' })).toBe('DeliveryNotReturnable');
    await send('dispatchDelivery', { deliveryId, carrier: 'DPD', trackingNumber: '1' });
    const now = Date.now();
    const scan = (place: string, minutesAgo: number) =>
      send('recordCarrierScan', {
        deliveryId,
        place,
        status: 'Seen',
        occurredAt: new Date(now - minutesAgo * 60_000).toISOString(),
      });
    for (const [place, minutesAgo] of [
      ['Leeds', 30],
      ['York', 10],
      ['Hull', 20],
    ] as const)
      expect(await scan(place, minutesAgo)).toBe('done');
    expect(await send('failDelivery', { deliveryId, reason: 'Nobody at home' })).toBe('done');
    expect(await send('confirmDelivery', { deliveryId })).toBe('DeliveryNotConfirmable');
    await until(orderId, ({ deliveries }) => expect(deliveries).toMatchObject([{ failure: 'Nobody at home' }]));
    expect(await send('retryDelivery', { deliveryId })).toBe('done');
    expect(await send('confirmDelivery', { deliveryId })).toBe('done');

    const lines = [{ lineId, quantity: 2 }];
    const returnId = crypto.randomUUID();
    expect(await send('requestReturn', { deliveryId, returnId, lines, reason: 'Too many' })).toBe('done');
    expect(await send('requestReturn', { deliveryId, lines, reason: 'Too many' })).toBe('ReturnExceedsDelivery');
    const received = [
      { lineId, quantity: 1, disposition: 'RESTOCK' },
      { lineId, quantity: 1, disposition: 'SCRAP' },
    ];
    expect(await send('receiveReturn', { deliveryId, returnId, lines: received })).toBe('done');
    const { deliveries } = await until(orderId, (order) =>
      expect(order.deliveries[0].returns).toMatchObject([{ receivedAt: expect.any(String) }]),
    );
    expect(deliveries).toMatchObject([
      {
        status: 'DELIVERED',
        lines: [{ quantity: 3, returnable: 1 }],
        returns: [
          {
            id: returnId,
            reason: 'Too many',
            lines: [
              { quantity: 1, disposition: 'RESTOCK' },
              { quantity: 1, disposition: 'SCRAP' },
            ],
          },
        ],
        lastScan: { place: 'York' },
      },
    ]);
    // All were seen before the delivery was even dispatched: each of them came late.
    expect(deliveries[0].scans.map(({ place }: { place: string }) => place)).toEqual(['Leeds', 'Hull', 'York']);
    expect(deliveries[0].scans.every(({ isLate }: { isLate: boolean }) => isLate)).toBe(true);
    expect(allowed(deliveries[0])).toEqual(['requestReturn', 'receiveReturn']);
  });

  it('is cancelled before it leaves, and sent back after', { timeout: 120_000 }, async () => {
    const first = await paid(2, 'P-3');
    expect(await send('cancelDelivery', { deliveryId: first.deliveryId, reason: 'The parcel broke' })).toBe('done');
    await until(first.orderId, ({ deliveries }) =>
      expect(deliveries).toMatchObject([{ status: 'CANCELLED' }, { status: 'SCHEDULED', pieces: 2 }]),
    );
    const { shipments } = await house.ask(
      '{ shipments(first: 10, filter: { isHeld: false, isCleared: true }) { totalCount } }',
    );
    expect(shipments.totalCount).toBeGreaterThan(0);

    const { orderId, deliveryId } = await paid(2, 'P-4');
    for (const step of ['pickDelivery', 'packDelivery']) await send(step, { deliveryId });
    await send('dispatchDelivery', { deliveryId, carrier: 'DPD', trackingNumber: '2' });
    expect(await send('cancelDelivery', { deliveryId, reason: 'no' })).toBe('DeliveryNotCancellable');
    expect(await send('sendBackDelivery', { deliveryId })).toBe('DeliveryNotRetryable');
    await send('failDelivery', { deliveryId, reason: 'Address unknown' });
    expect(await send('sendBackDelivery', { deliveryId })).toBe('done');
    const { deliveries } = await until(orderId, (order) => expect(order.deliveries[0].status).toBe('RETURNING'));
    expect(deliveries[0].returns).toMatchObject([{ receivedAt: null, lines: [{ quantity: 2, disposition: null }] }]);
  });
});
