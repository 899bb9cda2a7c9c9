import { setTimeout as pause } from 'node:timers/promises';
import { numberTypes } from '@waybill/db';
import { newId } from '@waybill/kernel';
import pg from 'pg';
import { appendBatch } from '../src/append-batch.ts';
import type { AppendItem, EventStore } from '../src/event-store.ts';
import { aCommand, someEvents, to } from '../src/spec-items.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

export interface Writing {
  readonly url: string;
  readonly ledger: Ledger;
  readonly streams: readonly [string, ...string[]];
  readonly running: () => boolean;
}

const TYPES = ['Common', 'Common', 'Common', 'Rare'] as const;

/** One to three streams, new ones or out of few, so that writers meet. */
const anAppend = (random: Random, streams: Writing['streams']): AppendItem => {
  const ids = new Set(
    Array.from({ length: random.pick([1, 1, 2, 3]) }, () =>
      random.chance(0.5) ? `order-${newId()}` : random.pick(streams),
    ),
  );
  const appends = [...ids].map((id) => to(id, 'ANY', someEvents(random.between(1, 3), random.pick(TYPES))));
  return { command: aCommand([...ids][0] ?? ''), streams: appends };
};

/** Writes by the store itself, as the product does. */
export const writeByStore = async (store: EventStore, { ledger, streams, running }: Writing, random: Random) => {
  while (running()) {
    const item = anAppend(random, streams);
    try {
      ledger.answered(item.command.commandId, await store.append(item));
    } catch {
      ledger.unknown(); // whatever broke it: the log is judged at the end
      await pause(random.between(1, 50));
    }
    if (random.chance(0.2)) await pause(random.between(0, 10));
  }
};

/** Writes in transactions that stay open for a while, and end by commit, rollback or a broken connection. */
export const writeByHand = async (writing: Writing, random: Random): Promise<void> => {
  while (writing.running()) {
    const client = new pg.Client({
      connectionString: writing.url,
      types: numberTypes,
      application_name: 'soak-writer',
    });
    client.on('error', () => undefined); // a killed connection: the statement in flight reports it
    try {
      await client.connect();
      while (writing.running()) await oneTransaction(client, writing, random);
    } catch {
      await pause(random.between(1, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
};

const oneTransaction = async (client: pg.Client, { ledger, streams }: Writing, random: Random): Promise<void> => {
  const item = anAppend(random, streams);
  const { commandId } = item.command;
  const gives = random.chance(0.75);
  try {
    await client.query('begin');
    if (random.chance(0.3)) await pause(random.between(0, 20));
    const [answer] = await appendBatch(client, [item]);
    await pause(random.chance(0.05) ? random.between(200, 800) : random.between(0, 30));
    await client.query(gives ? 'commit' : 'rollback');
    if (!gives) ledger.rolledBackBy(commandId);
    else if (answer !== undefined && answer.result !== 'rejected') ledger.answered(commandId, answer);
  } catch (error) {
    ledger.unknown();
    throw error;
  }
};
