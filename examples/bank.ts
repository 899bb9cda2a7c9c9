// A bank: accounts, transfers that a process brings to their end, and no money that is not there.
// node --import tsx examples/bank.ts, on the migrated Postgres of DATABASE_URL or on one of its own.
import { createPool } from '@waybill/db';
import * as es from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { accept, newId, refusal, refuse } from '@waybill/kernel';
import { startPostgresServer, testDatabase } from '@waybill/testing';
import { z } from 'zod';

const pence = z.number().int().positive();
const events = es.defineEvents({
  Deposited: es.event(1, z.object({ pence })),
  Sent: es.event(1, z.object({ to: z.string(), pence })),
  Received: es.event(1, z.object({ pence })),
});
const commands = es.defineCommands({
  Deposit: es.command('account', z.object({ account: z.string(), pence })),
  Transfer: es.command('account', z.object({ account: z.string(), to: z.string(), pence })),
  Receive: es.command('account', z.object({ account: z.string(), pence })),
});
const InsufficientFunds = refusal('InsufficientFunds', { left: 'Int' }, ({ left }) => `Send ${left}p or less.`);
const Account = es.defineAggregate({
  category: 'account',
  events,
  commands,
  initial: 0,
  evolve: (balance: number, { type, data }: es.EventOf<typeof events>) =>
    type === 'Sent' ? balance - data.pence : balance + data.pence,
  decide: {
    Deposit: ({ pence }) => accept({ type: 'Deposited', data: { pence } }),
    Transfer: ({ to, pence }, left) =>
      pence > left ? refuse(InsufficientFunds({ left })) : accept({ type: 'Sent', data: { to, pence } }),
    Receive: ({ pence }) => accept({ type: 'Received', data: { pence } }),
  },
});
/** What left one account arrives in the other: an event answered by a command, exactly once. */
const transfers = es.defineProcess({
  name: 'bank.transfers',
  startFrom: 'beginning',
  events: [events.Sent],
  instance: ({ eventId }) => eventId,
  initial: {},
  waits: {},
  waiting: () => [],
  react: (state, { data: { to, pence } }) => ({ state, commands: [es.send(commands.Receive, { account: to, pence })] }),
});
const bank: es.Module = { name: 'bank', aggregates: [Account], processes: [transfers], refusals: [InsufficientFunds] };

const server = process.env.DATABASE_URL ? undefined : await startPostgresServer();
const pool = createPool(process.env.DATABASE_URL ?? (await testDatabase(server)).url);
const store = createEventStore(pool);
const engine = es.createEngine({ pool, store, modules: [bank], masterKey: Buffer.alloc(32, 1) });
const [ana, ben] = [newId(), newId()];
const execute = async (type: string, data: { account: string; to?: string; pence: number }): Promise<void> => {
  const outcome = await engine.execute({ type, data, actor: { kind: 'user', id: ana, name: 'Ana' } });
  console.log(type, data.pence, outcome.status, 'refusal' in outcome ? outcome.refusal.message : '');
};
const balanceOf = async (id: string) =>
  (await engine.stateAt(Account, id, { position: await store.watermark() })).state;

await execute('Deposit', { account: ana, pence: 100 });
await execute('Transfer', { account: ana, to: ben, pence: 30 });
await execute('Transfer', { account: ana, to: ben, pence: 80 });
while ((await balanceOf(ben)) === 0) for (const consumer of engine.consumers) await consumer.drain(1_000);
console.log(`Ana has ${await balanceOf(ana)}, Ben has ${await balanceOf(ben)}.`);
await pool.end();
await server?.remove();
