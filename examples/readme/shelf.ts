import * as es from '@waybill/engine';
import { accept } from '@waybill/kernel';
import { z } from 'zod';

/** A shelf that things are put on, and a view of how many: what the other examples wire. */
const events = es.defineEvents({ ThingPut: es.event(1, z.object({ thing: z.string() })) });
export const commands = es.defineCommands({
  PutThing: es.command('shelfId', z.object({ shelfId: z.string(), thing: z.string() }), { creates: true }),
});
const Shelf = es.defineAggregate({
  category: 'shelf',
  events,
  commands,
  initial: 0,
  evolve: (things: number) => things + 1,
  decide: { PutThing: ({ thing }) => accept({ type: 'ThingPut', data: { thing } }) },
});
const shelves = es.defineProjection({
  name: 'example.shelves',
  version: 1,
  events: [events.ThingPut],
  table: { schema: 'example', name: 'shelves', key: 'shelf_id' },
  freshness: 100,
  keys: ({ id }) => [id],
  evolve: (row: { shelfId: string; things: number } | undefined, _event, shelfId) => ({
    shelfId,
    things: (row?.things ?? 0) + 1,
  }),
});
export const shelvesTable = `
  create schema example;
  create table example.shelves (shelf_id text primary key, things integer not null, updated_position bigint not null)`;
export const shelf: es.Module = { name: 'example', aggregates: [Shelf], projections: [shelves], refusals: [] };
