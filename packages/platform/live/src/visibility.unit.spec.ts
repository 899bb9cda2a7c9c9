import { defineEvents, defineProjection, event } from '@waybill/engine';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTopics, UnknownTopic } from './topics.ts';
import { createVisibility } from './visibility.ts';

const events = defineEvents({
  OrderPlaced: event(1, z.object({})),
  OrderShipped: event(1, z.object({})),
  StockCounted: event(1, z.object({})),
});
const view = (name: string, followed: (typeof events)[keyof typeof events][]) =>
  defineProjection({
    name,
    version: 1,
    events: followed,
    table: { schema: 'test', name: 'rows', key: 'id' },
    freshness: 100,
    keys: ({ id }) => [id],
    evolve: (row: object | undefined) => row,
  });
const topics = createTopics([
  view('orders', [events.OrderPlaced, events.OrderShipped]),
  view('deliveries', [events.OrderShipped]),
]);

describe('what is visible', () => {
  it('is everything up to the watermark, where no event of the view lies behind its checkpoint', () => {
    const visibility = createVisibility(topics);
    visibility.happened('OrderPlaced', 10);
    visibility.complete(50);
    visibility.folded('orders', 10);
    expect([visibility.visible(['orders']), visibility.visible(['deliveries']), visibility.visible()]).toEqual([
      50, 50, 50,
    ]);
  });

  it('ends at the checkpoint, where such an event waits; several views go by the slowest', () => {
    const visibility = createVisibility(topics);
    visibility.happened('OrderPlaced', 10);
    visibility.happened('OrderShipped', 20);
    visibility.complete(50);
    visibility.folded('orders', 20);
    visibility.folded('deliveries', 5);
    expect(visibility.visible(['orders'])).toBe(50);
    expect(visibility.visible(['deliveries'])).toBe(5);
    expect(visibility.visible(['orders', 'deliveries'])).toBe(5);
  });

  it('may be ahead of the last watermark that was seen, and never goes back', () => {
    const visibility = createVisibility(topics);
    visibility.happened('OrderPlaced', 10);
    visibility.complete(10);
    visibility.folded('orders', 60);
    visibility.folded('orders', 40);
    visibility.complete(5);
    expect([visibility.visible(['orders']), visibility.watermark]).toEqual([60, 10]);
  });

  it('has no answer for a view that does not exist', () => {
    expect(() => topics.typesOf(['ordres'])).toThrow(UnknownTopic);
    expect(() => topics.typesOf(['ordres'])).toThrow("There is no topic 'ordres': choose of deliveries, orders.");
  });
});
