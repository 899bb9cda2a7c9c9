import type { Module, Recorded } from '@waybill/engine';
import { chanceOf, createWorld } from '@waybill/engine/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Account } from '../account/account.ts';
import { accountIdOf, accountNamed } from '../account/account-id.ts';
import { Books } from '../testing/books.ts';
import { MoneyTransfer } from './money-transfer.ts';
import { transferProcess } from './transfer-process.ts';

const bank: Module = {
  name: 'bank',
  aggregates: [Account, MoneyTransfer],
  processes: [transferProcess],
  refusals: [],
};
const ACCOUNTS = [
  accountIdOf('WORLD', 'GBP'),
  accountIdOf('CUSTOMER', 'GBP', 'ana'),
  accountIdOf('HOUSE', 'GBP', 'till'),
  accountIdOf('HOUSE', 'GBP', 'never opened'),
  accountIdOf('WORLD', 'JPY'),
  accountIdOf('CUSTOMER', 'JPY', 'ana'),
  accountIdOf('HOUSE', 'JPY', 'till'),
];
const account = fc.constantFrom(...ACCOUNTS);
const move = fc.record({
  kind: fc.constantFrom('transfer', 'transfer', 'transfer', 'transfer', 'open', 'close', 'again'),
  from: account,
  to: account,
  amount: fc.integer({ min: 0, max: 500 }),
  checked: fc.boolean(),
  /** What the machines do before the next move. */
  steps: fc.nat(15),
});

/** Follows the log of a world, and looks at the books at every single position. */
const follow = (log: readonly Recorded[]) => {
  const books = new Books();
  let seen = 0;
  return {
    books,
    faults(): string[] {
      const faults: string[] = [];
      for (; seen < log.length; seen += 1) {
        const event = log[seen];
        if (event) books.take(event);
        for (const [currency, sum] of Object.entries(books.sums()))
          if (sum !== 0) faults.push(`${currency} ${sum} after event ${seen}: ${event?.type}`);
      }
      return faults;
    },
  };
};

it('no penny is lost or made at any position, and no transfer waits for ever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.array(move, { maxLength: 25 }), async (seed, moves) => {
      const chance = chanceOf(seed);
      const world = createWorld({ modules: () => [bank], startsAt: new Date('2026-01-05T09:00:00Z'), crashes: 4 });
      const { books, faults } = follow(world.log);
      for (const [n, { kind, from, to, amount, checked, steps }] of moves.entries()) {
        if (kind === 'open') await world.send('OpenAccount', { accountId: to, name: 'Till' });
        else if (kind === 'close') await world.send('CloseAccount', { accountId: to });
        else {
          const transferId = kind === 'again' && n > 0 ? `t-${n - 1}` : `t-${n}`;
          const currency = accountNamed(from)?.currency;
          const asked = { fromAccountId: from, toAccountId: to, amount, currency, text: 'Float', checked };
          await world.send('CreateMoneyTransfer', { transferId, ...asked, origin: null });
        }
        for (let step = 0; step < steps && (await world.step(chance)); step += 1) expect(faults()).toEqual([]);
      }
      await world.rest(chance);
      expect(faults()).toEqual([]);
      expect([...books.underWay]).toEqual([]);

      const waiting = [...world.instances('payments.transfer')].filter(
        ([, { waits }]) => Object.keys(waits).length > 0,
      );
      expect(waiting).toEqual([]);
      const created = world.log.filter(({ type }) => type === 'MoneyTransferCreated').length;
      const ended = world.log.filter(({ type }) => /^MoneyTransfer(Completed|Failed)$/.test(type)).length;
      expect(ended).toBe(created);
      for (const [accountId, balance] of books.balances)
        expect((await world.state(Account, accountId)) as object).toMatchObject({ balance });
    }),
    { numRuns: Number(process.env.SEQUENCES ?? 150) },
  );
}, 600_000);

it('checked transfers never take an account below zero, however many draw on it at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
      async (seed, amounts) => {
        const world = createWorld({ modules: () => [bank], startsAt: new Date('2026-01-05T09:00:00Z') });
        const [till, world_] = [accountIdOf('HOUSE', 'GBP', 'till'), accountIdOf('WORLD', 'GBP')];
        await world.send('OpenAccount', { accountId: till, name: 'Till' });
        const send = (transferId: string, fromAccountId: string, toAccountId: string, amount: number) =>
          world.send('CreateMoneyTransfer', {
            ...{ transferId, fromAccountId, toAccountId, amount },
            ...{ currency: 'GBP', text: 'Float', checked: true, origin: null },
          });
        await send('float', world_, till, 100);
        for (const [n, amount] of amounts.entries()) await send(`out-${n}`, till, world_, amount);
        await world.rest(chanceOf(seed));
        let balance = 0;
        for (const { id, type, data } of world.log) {
          if (id !== till || !('amount' in data)) continue;
          if (type === 'AccountCredited') balance += Number(data.amount);
          if (type === 'AccountDebited') balance -= Number(data.amount);
          expect(balance).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 50 },
  );
}, 60_000);
