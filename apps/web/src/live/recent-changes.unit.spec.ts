import { beforeEach, expect, it, vi } from 'vitest';
import type { Change } from './change.ts';
import { createRecentChanges } from './recent-changes.ts';

const change = (actor: { name: string; kind: string }, more: Partial<Change> = {}): Change => ({
  __typename: 'Change',
  cursor: 'c1',
  event: 'OrderConfirmed',
  stream: 'order-7',
  aggregateId: '7',
  keys: ['7'],
  topics: ['reporting.order_board'],
  summary: 'Order confirmed',
  position: 1,
  recordedAt: new Date().toISOString(),
  actor,
  ...more,
});
const ana = { name: 'Ana', kind: 'user' };
const process = { name: 'fulfilment.order', kind: 'process' };

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
});

it('names the person, also where a process answers in the same breath', () => {
  const recent = createRecentChanges();
  recent.note(change(ana));
  vi.advanceTimersByTime(80);
  recent.note(change(process));
  expect(recent.of('7')?.actor).toBe('Ana');
  vi.advanceTimersByTime(5_000);
  recent.note(change(process));
  expect(recent.of('7')?.actor).toBe('Fulfilment process');
});

it('forgets after a minute, and never minds old news', () => {
  const recent = createRecentChanges();
  recent.note(change(ana, { keys: ['8'], aggregateId: '8', recordedAt: '2026-11-21T11:00:00Z' }));
  recent.note(change(ana));
  expect([recent.of('8'), recent.of('7')?.actor]).toEqual([undefined, 'Ana']);
  vi.advanceTimersByTime(61_000);
  expect(recent.of('7')).toBe(undefined);
});
