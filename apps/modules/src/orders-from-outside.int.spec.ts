import { postgresCatalog } from '@waybill/catalog/module';
import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { derivedId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModules } from './create-modules.ts';
import { takeDemoCompany } from './take-demo-company.ts';

const market = { kind: 'user', id: 'market', name: 'Market' } as const;
const MINUTE = 60_000;

let database: TestDatabase;
let pool: Pool;
let engine: Engine;
/** The engine's clock; it only goes on. */
let ahead = 0;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, { max: 12 });
  engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey: Buffer.alloc(32, 7),
    clock: { now: () => new Date(Date.now() + ahead) },
  });
  await takeDemoCompany(engine.execute);
  await send('RegisterChannel', { channel: 'market', name: 'Market', currency: 'GBP', historic: false, owner: 'Ben' });
  const mug = { sku: 'MUG', description: 'Red mug', unitPrice: '2.55', currency: 'GBP', weightGrams: 300 };
  await postgresCatalog(pool).save({ ...mug, taxCode: 'STANDARD', taxRate: '20' }, { actor: market });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = async (type: string, data: Record<string, unknown>) => {
  const outcome = await engine.execute({ type, data, actor: market });
  if (outcome.status !== 'accepted') throw new Error(`${type}: ${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome;
};
const fire = async () => {
  for (const { name, run } of engine.chores) if (name === 'es.timers') await run();
};
const settle = async () => {
  for (let idle = 0; idle < 2; ) {
    await fire();
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, busy }) => handled === 0 && !busy) ? idle + 1 : 0;
  }
};

interface Said {
  readonly kind: 'ORDER' | 'CHANGE' | 'CANCELLATION';
  readonly externalOrderId: string;
  readonly minute: number;
  readonly sequence?: number;
  readonly quantity?: number;
}
const receive = ({ kind, externalOrderId, minute, sequence, quantity = 6 }: Said) =>
  send('ReceiveMessage', {
    channel: 'market',
    messageId: `${kind}-${externalOrderId}-${sequence ?? minute}`,
    kind,
    externalOrderId,
    sequence,
    happenedAt: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
    content:
      kind === 'CANCELLATION'
        ? null
        : {
            customer: { number: '1', name: 'Ana Meyer', address: { city: 'Leeds', country: 'United Kingdom' } },
            lines: [{ lineId: 'L1', sku: 'MUG', quantity }],
          },
  });
const story = async (stream: string) => (await engine.history(stream)).map(({ type }) => type);
const orderStream = (externalOrderId: string) => `order-${derivedId('order', 'market', externalOrderId)}`;
const isOver = (types: readonly string[]) =>
  types.includes('OrderRecordedAsCancelled') || types.includes('OrderCancelled') ? 'CANCELLED' : types;
/** What was recorded of anomalies, by the order or the message that they are about. */
const anomalies = async (column: 'externalOrderId' | 'messageId', about: string) => {
  const { rows } = await pool.query<{ stream_id: string }>(
    `select stream_id from es.events where type = 'AnomalyRecorded' and data ->> $1 = $2 order by position`,
    [column, about],
  );
  return Promise.all(
    rows.map(async ({ stream_id }) =>
      (await engine.history(stream_id)).map(({ type, data }) => {
        const { kind, resolution, owner } = data as Readonly<Record<string, unknown>>;
        return [type, resolution ?? owner ?? kind].join(' ');
      }),
    ),
  );
};

describe('a cancellation before its order', () => {
  it('[Cancel 42, New 23, New 42]: noted, announced with an owner, and recorded as cancelled by one event', async () => {
    expect((await receive({ kind: 'CANCELLATION', externalOrderId: '42', minute: 9 })).status).toBe('accepted');
    await settle();
    expect(await anomalies('externalOrderId', '42')).toEqual([
      ['AnomalyRecorded CANCELLATION_BEFORE_ORDER', 'AnomalyAssigned Ben'],
    ]);
    await receive({ kind: 'ORDER', externalOrderId: '23', minute: 1 });
    await receive({ kind: 'ORDER', externalOrderId: '42', minute: 1 });
    await settle();
    expect(await story(orderStream('42'))).toEqual(['OrderRecordedAsCancelled']);
    expect(await story(orderStream('23'))).toEqual(expect.arrayContaining(['OrderPlaced', 'OrderConfirmed']));
    expect(await anomalies('externalOrderId', '42')).toEqual([
      ['AnomalyRecorded CANCELLATION_BEFORE_ORDER', 'AnomalyAssigned Ben', 'AnomalyResolved ORDER_ARRIVED'],
    ]);
    expect(await story(`orderPayment-${derivedId('order', 'market', '42')}`)).toEqual([]);
  });

  it('every permutation of {New, Change, Cancel}, each sent twice, ends cancelled, and none is answered with a no', async () => {
    const kinds = ['ORDER', 'CHANGE', 'CANCELLATION'] as const;
    const said = (externalOrderId: string) =>
      kinds.map((kind, index) => ({
        kind,
        externalOrderId,
        minute: index,
        sequence: index + 1,
        quantity: 6 - index,
      }));
    const ways = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const way of ways) {
      const messages = said(`way-${way.join('')}`);
      for (const index of [...way, ...way]) {
        const message = messages[index];
        if (message) expect((await receive(message)).status).toBe('accepted');
      }
    }
    await settle();
    for (const way of ways) {
      const id = `way-${way.join('')}`;
      expect([id, isOver(await story(orderStream(id)))]).toEqual([id, 'CANCELLED']);
      for (const anomaly of await anomalies('externalOrderId', id)) expect(anomaly.at(-1)).toMatch(/^AnomalyResolved/);
    }
  });
});

describe('a gap in the numbers', () => {
  it('is told to a person after 15 minutes, who can go on without', async () => {
    await receive({ kind: 'ORDER', externalOrderId: 'gap', minute: 0, sequence: 1 });
    await receive({ kind: 'CANCELLATION', externalOrderId: 'gap', minute: 2, sequence: 3 });
    await settle();
    ahead += 14 * MINUTE;
    await settle();
    expect(await anomalies('externalOrderId', 'gap')).toEqual([]);
    ahead += 2 * MINUTE;
    await settle();
    expect(await anomalies('externalOrderId', 'gap')).toEqual([
      ['AnomalyRecorded SEQUENCE_GAP', 'AnomalyAssigned Ben'],
    ]);
    const anomalyId = derivedId('anomaly', 'SEQUENCE_GAP', derivedId('order', 'market', 'gap'), '2');
    await send('ResolveAnomaly', { anomalyId, resolution: 'GO_ON_WITHOUT' });
    await settle();
    expect(isOver(await story(orderStream('gap')))).toBe('CANCELLED');
  });
});

describe('a message that cannot be taken', () => {
  it('is kept, repaired, and then has its effect', async () => {
    const message = { channel: 'market', messageId: 'broken', kind: 'ORDER', externalOrderId: 'broken' };
    const { aggregateId: intakeId } = await send('ReceiveMessage', { ...message, happenedAt: 'today', content: '{' });
    await settle();
    expect(await anomalies('messageId', 'broken')).toEqual([['AnomalyRecorded UNREADABLE', 'AnomalyAssigned Ben']]);
    await send('RepairMessage', {
      intakeId,
      happenedAt: '2026-01-05T09:00:00Z',
      content: {
        customer: { number: '1', name: 'Ana Meyer', address: { country: 'United Kingdom' } },
        lines: [{ sku: 'MUG', quantity: 1 }],
      },
    });
    await settle();
    expect(await story(orderStream('broken'))).toContain('OrderPlaced');
    expect((await anomalies('messageId', 'broken'))[0]?.at(-1)).toBe('AnomalyResolved REPAIRED');
  });

  it('because it is more than five minutes ahead is an anomaly of its own', async () => {
    const happenedAt = new Date(Date.now() + ahead + 6 * MINUTE).toISOString();
    await send('ReceiveMessage', {
      channel: 'market',
      messageId: 'ahead',
      kind: 'CANCELLATION',
      externalOrderId: 'ahead',
      happenedAt,
    });
    await settle();
    expect((await anomalies('messageId', 'ahead'))[0]?.[0]).toBe('AnomalyRecorded OCCURRED_AHEAD');
  });

  it('with other content under a known id is an anomaly, and the first one counts', async () => {
    const said = { kind: 'ORDER', externalOrderId: 'twice', minute: 0 } as const;
    await receive({ ...said, quantity: 2 });
    await receive({ ...said, quantity: 3 });
    await receive({ ...said, quantity: 3 });
    await settle();
    expect(await anomalies('messageId', 'ORDER-twice-0')).toEqual([
      ['AnomalyRecorded CONTENT_CONFLICT', 'AnomalyAssigned Ben'],
    ]);
    expect((await story(orderStream('twice'))).filter((type) => type === 'OrderPlaced')).toHaveLength(1);
  });
});

describe('a cancellation that no order is known for', () => {
  it('is credited where a person decides so, once', async () => {
    const { aggregateId: intakeId } = await send('ReceiveMessage', {
      channel: 'market',
      messageId: 'returned',
      kind: 'CANCELLATION',
      externalOrderId: null,
      happenedAt: '2026-01-06T09:00:00Z',
      content: {
        customer: { number: '9' },
        lines: [{ sku: 'MUG', quantity: 4, unitPrice: '2.55' }],
      },
    });
    await settle();
    expect((await anomalies('messageId', 'returned'))[0]?.[0]).toBe('AnomalyRecorded UNMATCHED_CANCELLATION');
    const anomalyId = derivedId('anomaly', 'UNMATCHED_CANCELLATION', intakeId);
    for (const _twice of [1, 2]) await send('ResolveAnomaly', { anomalyId, resolution: 'CREDIT_NOTE' });
    await settle();
    const [issued, ...more] = await engine.history(`creditNote-${derivedId('credit', intakeId)}`);
    expect(issued).toMatchObject({ type: 'CreditNoteIssued', data: { total: 1_020, currency: 'GBP', orderId: null } });
    expect(more.map(({ type }) => type)).not.toContain('CreditNoteIssued');
  });
});
