import { expect, it } from 'vitest';
import { happeningsOf } from './happenings.ts';

const event = (type: string, data: unknown = {}) => ({
  id: crypto.randomUUID(),
  type,
  summary: type,
  stream: 'order-1',
  category: 'order',
  aggregateId: '1',
  position: 1,
  version: 1,
  occurredAt: '2026-11-21T12:00:00Z',
  recordedAt: '2026-11-21T12:00:00Z',
  actor: { name: 'fulfilment.order', kind: 'process' },
  command: null,
  causedBy: null,
  data,
});

it('counts what is done again and again, and keeps what has a name of its own', () => {
  const lines = happeningsOf([
    event('OrderCompleted'),
    event('OrderCompleted'),
    event('OrderPlaced', { number: 'ORD-2026-000002' }),
    event('OrderPlaced', { number: 'ORD-2026-000001' }),
    event('OrderCompleted'),
  ]);
  expect(lines.map(({ event: { type }, times, subject }) => [type, times, subject])).toEqual([
    ['OrderCompleted', 2, null],
    ['OrderPlaced', 1, 'ORD-2026-000002'],
    ['OrderPlaced', 1, 'ORD-2026-000001'],
    ['OrderCompleted', 1, null],
  ]);
});
