import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
let orderId: string;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
  orderId = await shop.place(6);
  await shop.until(orderId, { paymentStatus: 'REQUESTED' });
  await shop.deliver(orderId, 'S-1');
});
afterAll(() => house.stop());

const STEP = 'depth command { type outcome refusal actor { kind name } } cause { type } events { type }';
const ASK = `query ($id: ID!, $depth: Int) { order(id: $id) { history { id type
  causes { ${STEP} } effects(depth: $depth) { more steps { ${STEP} } } } } }`;
type Step = { depth: number; command: { type: string }; cause: { type: string } | null; events: { type: string }[] };
const storyOf = async (depth?: number) => {
  const { order } = await house.ask(ASK, { id: orderId, depth });
  return (type: string): { id: string; causes: Step[]; effects: { more: boolean; steps: Step[] } } =>
    order.history.find((event: { type: string }) => event.type === type);
};

describe('why something happened', () => {
  it('is told command by command, back to the person', async () => {
    const { causes } = (await storyOf())('OrderCompleted');
    expect(causes.map(({ depth, command, events }) => [depth, command.type, events[0]?.type])).toEqual([
      [1, 'CompleteOrder', 'OrderCompleted'],
      [2, 'ConfirmDelivery', 'DeliveryConfirmed'],
    ]);
    expect(causes[0]).toMatchObject({ command: { actor: { kind: 'process' } }, cause: { type: 'DeliveryConfirmed' } });
    expect(causes[1]).toMatchObject({ command: { actor: { kind: 'user' } }, cause: null });
  });

  it('is nothing but the command, where a person sent it', async () => {
    const { causes } = (await storyOf())('OrderPlaced');
    expect(causes).toMatchObject([{ depth: 1, command: { type: 'PlaceOrder', outcome: 'ACCEPTED' }, cause: null }]);
  });
});

describe('what came of something', () => {
  it('is told event by event, as deep as is asked for', async () => {
    const placed = (await storyOf())('OrderPlaced').effects;
    expect(placed.more).toBe(false);
    expect(placed.steps.map(({ depth, command, cause }) => [depth, cause?.type, command.type])).toEqual([
      [1, 'OrderPlaced', 'ReserveStock'],
      [2, 'StockReserved', 'ConfirmOrder'],
      [3, 'OrderConfirmed', 'RequestPayment'],
    ]);
    const paid = (await storyOf())('PaymentReceived').effects.steps;
    expect(paid.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(
      expect.arrayContaining(['InvoiceIssued', 'DeliveryScheduled']),
    );
    const shallow = (await storyOf(1))('PaymentReceived').effects;
    expect(shallow.steps.every(({ depth }) => depth === 1)).toBe(true);
    expect(shallow.more).toBe(paid.some(({ depth }) => depth > 1));
  });

  it('tells of a command of a process that was refused', async () => {
    const { id } = (await storyOf())('OrderCompleted');
    await house.pool.query(
      `insert into es.commands (command_id, issued_at, recorded_at, correlation_id, causation_id, type, stream_id, outcome,
         request_hash, actor, payload, error)
       select gen_random_uuid(), now(), now(), correlation_id, event_id, 'CloseOrder', stream_id, 'rejected', '', $2, '{}', $3
         from es.events where event_id = $1`,
      [id, { kind: 'process', id: 'p', name: 'p' }, { code: 'TooLate', message: 'It is too late.', details: {} }],
    );
    const { effects } = (await storyOf())('OrderCompleted');
    expect(effects.steps).toMatchObject([
      { command: { type: 'CloseOrder', outcome: 'REJECTED', refusal: { code: 'TooLate' } }, events: [] },
    ]);
  });

  it('costs four statements for a whole story', async () => {
    const counted = await countStatements(() => storyOf(20));
    // the order; ancestors and their commands; the stories and their commands
    expect(counted).toBeLessThanOrEqual(5);
  });
});
