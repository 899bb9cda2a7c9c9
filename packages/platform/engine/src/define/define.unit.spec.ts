import { expect, it } from 'vitest';
import { Account, balances, commands, welcome } from '../fixtures/bank.ts';
import { recorded, specOf } from '../testing/index.ts';

const account = specOf(Account, expect);
const opened = { type: 'AccountOpened', data: { ownerId: 'o-1', owner: 'Ana' } } as const;
const credited = { type: 'Credited', data: { amount: 5, reason: 'gift' } } as const;

it('says given / when / then of an aggregate', () => {
  const credit = { accountId: 'a-1', amount: 5, reason: 'gift' };
  account.given(opened).when(commands.Credit, credit).then(credited);
  account.given().when(commands.Credit, credit).thenRefused('NotOpen', { accountId: 'a-1' });
  account.given(opened).when(commands.OpenAccount, { accountId: 'a-1', ownerId: 'o-1', owner: 'Ana' }).thenNothing();
});

it('folds events into rows', () => {
  const row = balances.evolve(undefined, recorded('a-1', opened), 'a-1');
  expect(balances.evolve(row, recorded('a-1', credited), 'a-1')).toEqual({
    accountId: 'a-1',
    owner: 'Ana',
    balance: 5,
    entries: 1,
  });
});

it('lets a process answer an event with commands, once', () => {
  const first = welcome.react(welcome.initial, recorded('a-1', opened));
  expect(first.commands).toEqual([{ type: 'Credit', data: { accountId: 'a-1', amount: 10, reason: 'welcome' } }]);
  expect(welcome.react(first.state, recorded('a-1', opened)).commands).toBeUndefined();
});
