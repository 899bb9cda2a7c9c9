import { createPool } from '@waybill/db';
import {
  command,
  createEngine,
  defineAggregate,
  defineCommands,
  defineEvents,
  type EventOf,
  event,
  type Module,
} from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { accept, newId } from '@waybill/kernel';
import { z } from 'zod';
import { closedLoop } from '../append/closed-loop.mjs';
import { EVENT_DATA } from '../append/event.mjs';

/**
 * Writers of one process on one account, through the engine: `post` holds in any order, `book` must know the balance.
 * `spread`: each command for an account of its own. Prints its figures as JSON; a command that is not accepted ends it.
 */
const [url = '', callers = '32', seconds = '5', type = 'Post', account = 'revenue'] = process.argv.slice(2);

const shape = z.object({ accountId: z.string(), amount: z.number(), customer: z.string(), note: z.string() });
const events = defineEvents({ Posted: event(1, shape.omit({ accountId: true })) });
const commands = defineCommands({
  Post: command('accountId', shape, { commutative: true, creates: true }),
  Book: command('accountId', shape, { creates: true }),
});
const posted = ({ accountId: _, ...data }: z.infer<typeof shape>) => accept({ type: 'Posted' as const, data });
const Account = defineAggregate({
  category: 'account',
  events,
  commands,
  initial: { balance: 0 },
  evolve: ({ balance }, happened: EventOf<typeof events>) => ({ balance: balance + happened.data.amount }),
  decide: { Post: (data) => posted(data), Book: (data) => posted(data) },
});
const bank: Module = { name: 'bench', aggregates: [Account], refusals: [] };

const pool = createPool(url);
const engine = createEngine({ pool, store: createEventStore(pool), modules: [bank], masterKey: Buffer.alloc(32, 7) });
const actor = { kind: 'user', id: newId(), name: 'Ada Lovelace' } as const;
const { customer, note } = EVENT_DATA;

const one = async (): Promise<void> => {
  const accountId = account === 'spread' ? newId() : account;
  const outcome = await engine.execute({ type, data: { accountId, amount: 1, customer, note }, actor });
  if (outcome.status !== 'accepted') throw new Error(`A caller was answered by ${outcome.refusal.code}.`);
};

console.log(JSON.stringify(await closedLoop(Number(callers), Number(seconds), one)));
await pool.end();
