import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore, type EventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from './account/account.ts';
import { accountIdOf } from './account/account-id.ts';
import { MoneyTransfer } from './money-transfer/money-transfer.ts';
import { transferProcess } from './money-transfer/transfer-process.ts';
import { accountEntries } from './read-models/account-entries.ts';
import { accounts } from './read-models/accounts.ts';
import { transfers } from './read-models/transfers.ts';
import { trialBalance } from './read-models/trial-balance.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const world = accountIdOf('WORLD', 'GBP');
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let engines: readonly [Engine, Engine];

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  store = createEventStore(pool);
  const bank = {
    name: 'bank',
    aggregates: [Account, MoneyTransfer],
    processes: [transferProcess],
    projections: [accounts, accountEntries, transfers, trialBalance],
    refusals: [],
  };
  const engine = (worker: string) =>
    createEngine({ pool, store: createEventStore(pool), modules: [bank], masterKey: Buffer.alloc(32, 7), worker });
  engines = [engine('one'), engine('two')];
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = async (type: string, data: Record<string, unknown>, of = engines[0]): Promise<void> => {
  const outcome = await of.execute({ type, data, actor: ana });
  if (outcome.status !== 'accepted') throw new Error(`${type}: ${outcome.refusal.message}`);
};
const open = async (name: string): Promise<string> => {
  const accountId = accountIdOf('HOUSE', 'GBP', newId());
  await send('OpenAccount', { accountId, name });
  return accountId;
};
const move = async (fromAccountId: string, toAccountId: string, amount: number, of = engines[0]): Promise<string> => {
  const transferId = newId();
  const data = { transferId, fromAccountId, toAccountId, amount, currency: 'GBP', text: 'Float' };
  await send('CreateMoneyTransfer', { ...data, checked: true, origin: null }, of);
  return transferId;
};
/** Both workers work until nothing is left; `look` is called again and again meanwhile. */
const settle = async (look: () => Promise<void> = async () => {}) => {
  for (let idle = 0; idle < 2; ) {
    const consumers = engines.flatMap((engine) => engine.consumers);
    const [drained] = await Promise.all([Promise.all(consumers.map((consumer) => consumer.drain(50))), look()]);
    idle = drained.every(({ handled, busy }) => handled === 0 && !busy) ? idle + 1 : 0;
  }
};
const balance = async (accountId: string) => {
  const { rows } = await pool.query('select balance from payments.accounts where account_id = $1', [accountId]);
  return rows[0]?.balance;
};
const transfer = async (transferId: string) => {
  const { rows } = await pool.query('select status, reason from payments.transfers where transfer_id = $1', [
    transferId,
  ]);
  return rows[0];
};
const story = async (streamId: string) => (await engines[0].history(streamId)).map(({ type }) => type);
const booksAddUp = async () => {
  const { rows } = await pool.query('select sum(balance + in_transit) as sum from payments.trial_balance');
  expect(Number(rows[0]?.sum)).toBe(0);
};

describe('a transfer by hand', () => {
  it('takes the money from the one account and brings it to the other', async () => {
    const [till, box] = [await open('Till'), await open('Box')];
    const [float, on] = [await move(world, till, 500), newId()];
    await settle();
    const data = { transferId: on, fromAccountId: till, toAccountId: box, amount: 200, currency: 'GBP', text: 'Box' };
    await send('CreateMoneyTransfer', { ...data, checked: true, origin: null });
    await send('CreateMoneyTransfer', { ...data, checked: true, origin: null }, engines[1]);
    await settle();
    expect([await balance(till), await balance(box)]).toEqual([300, 200]);
    expect([await transfer(float), await transfer(on)]).toEqual([
      { status: 'COMPLETED', reason: null },
      { status: 'COMPLETED', reason: null },
    ]);
    const { rows } = await pool.query(
      'select other_account_id, amount, text from payments.account_entries where account_id = $1 order by position',
      [till],
    );
    expect(rows).toEqual([
      { other_account_id: world, amount: 500, text: 'Float' },
      { other_account_id: box, amount: -200, text: 'Box' },
    ]);
  });

  it('that is not covered fails, and moves nothing', async () => {
    const [till, box] = [await open('Till'), await open('Box')];
    await move(world, till, 100);
    await settle();
    const tooMuch = await move(till, box, 101);
    await settle();
    expect(await transfer(tooMuch)).toEqual({ status: 'FAILED', reason: 'INSUFFICIENT_FUNDS' });
    expect([await balance(till), await balance(box)]).toEqual([100, 0]);
    expect(await story(`account-${till}`)).toEqual([
      'AccountOpened',
      'AccountCredited',
      'AccountDebitFailedDueToInsufficientFunds',
    ]);
  });

  it('whose credit fails is reversed by itself', async () => {
    const [till, box] = [await open('Till'), await open('Box')];
    await move(world, till, 100);
    await settle();
    await send('CloseAccount', { accountId: box });
    const back = await move(till, box, 100);
    await settle(booksAddUp);
    expect(await transfer(back)).toEqual({ status: 'FAILED', reason: 'ACCOUNT_CLOSED' });
    expect(await balance(till)).toBe(100);
    expect(await story(`moneyTransfer-${back}`)).toEqual([
      'MoneyTransferCreated',
      'DebitRecorded',
      'DebitReversed',
      'CreditRecorded',
      'MoneyTransferFailed',
    ]);
  });
});

it('an account closes when it is empty, and not before', async () => {
  const till = await open('Till');
  await move(world, till, 100);
  await settle();
  const close = () => engines[0].execute({ type: 'CloseAccount', data: { accountId: till }, actor: ana });
  expect(await close()).toMatchObject({ status: 'rejected', refusal: { code: 'AccountNotEmpty' } });
  await move(till, world, 100);
  await settle();
  expect(await close()).toMatchObject({ status: 'accepted' });
});

describe('50 transfers at once between a few accounts', () => {
  it('add up at every moment and at every position, and all come to an end', async () => {
    const some = [await open('A'), await open('B'), await open('C')];
    const at = (n: number) => some[n % some.length] ?? world;
    await Promise.all(some.map((account) => move(world, account, 300)));
    await settle();
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        // Some between the three, some that hardly can be covered, some with the world.
        move(at(n), n % 5 === 0 ? world : at(n + 1), 10 + ((n * 37) % 120), engines[n % 2 === 0 ? 0 : 1]),
      ),
    );
    await settle(booksAddUp);
    await booksAddUp();
    const { rows: open_ } = await pool.query('select transfer_id from payments.transfers where ended_at is null');
    expect(open_).toEqual([]);

    // The same from the events, at any position: states of the accounts, and what is between them.
    const last = await store.watermark();
    const { rows: ids } = await pool.query('select account_id from payments.accounts');
    const { rows: entries } = await pool.query(
      `select position, transfer_id, amount from payments.account_entries order by position`,
    );
    for (let n = 1; n <= 12; n += 1) {
      const position = 1 + ((n * 7919) % last);
      const states = await Promise.all(
        ids.map(({ account_id }) => engines[0].stateAt(Account, account_id, { position })),
      );
      const balances = states.reduce((sum, { state }) => sum + state.balance, 0);
      const underWay = new Map<string, number>();
      for (const entry of entries.filter((one) => one.position <= position))
        if (entry.amount < 0) underWay.set(entry.transfer_id, -entry.amount);
        else underWay.delete(entry.transfer_id);
      const inTransit = [...underWay.values()].reduce((sum, amount) => sum + amount, 0);
      expect(balances + inTransit, `at position ${position}`).toBe(0);
    }
  });

  it('an account of the house takes them without a conflict between workers', async () => {
    const before = Number(await balance(world));
    const some = [await open('A'), await open('B')];
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => move(world, some[n % 2] ?? '', 5, engines[n % 2 === 0 ? 0 : 1])),
    );
    await settle();
    expect(await balance(world)).toBe(before - 200);
    const { rows } = await pool.query(
      `select count(*) filter (where type = 'AccountOpened')::int as opened from es.events where stream_id = $1`,
      [`account-${world}`],
    );
    expect(rows).toEqual([{ opened: 1 }]);
  });
});
