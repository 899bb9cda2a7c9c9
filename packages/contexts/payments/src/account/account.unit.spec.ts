import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { Account } from './account.ts';
import { accountIdOf } from './account-id.ts';
import { accountCommands } from './commands.ts';
import type { AccountEvent } from './events.ts';

const account = specOf(Account, expect);
const { OpenAccount, DebitAccount, CreditAccount, CloseAccount } = accountCommands;

const cash = accountIdOf('HOUSE', 'GBP', 'cash');
const ana = accountIdOf('CUSTOMER', 'GBP', 'ana');
const world = accountIdOf('WORLD', 'GBP');
const entry = { transferId: 't-1', amount: 100, currency: 'GBP', otherAccountId: world, text: 'Payment TRX-1' };
const credit = { ...entry, reversal: false };

const opened: AccountEvent = {
  type: 'AccountOpened',
  data: { kind: 'HOUSE', currency: 'GBP', customerId: null, name: 'Petty cash' },
};
const credited: AccountEvent = { type: 'AccountCredited', data: credit };
const debited: AccountEvent = { type: 'AccountDebited', data: { ...entry, transferId: 't-2' } };
const closed: AccountEvent = { type: 'AccountClosed', data: {} };

describe('opening', () => {
  it('gives an account a name, or a customer', () => {
    account.given().when(OpenAccount, { accountId: cash, name: ' Petty cash ' }).then(opened);
    account
      .given()
      .when(OpenAccount, { accountId: ana, name: null })
      .then({ type: 'AccountOpened', data: { kind: 'CUSTOMER', currency: 'GBP', customerId: 'ana', name: null } });
  });
  it('needs a name that is no customer’s, and is done once', () => {
    account.given().when(OpenAccount, { accountId: cash, name: ' ' }).thenRefused('AccountNameNeeded');
    account.given(opened).when(OpenAccount, { accountId: cash, name: 'Again' }).thenNothing();
    account.given(opened, closed).when(OpenAccount, { accountId: cash, name: 'x' }).thenRefused('AccountIsClosed');
  });
  it.each(['cash', 'HOUSE:GBP', 'WORLD:me:GBP', 'CUSTOMER:a:b:GBP', 'HOUSE:a:gbp'])('knows no %s', (accountId) => {
    account.given().when(OpenAccount, { accountId, name: 'x' }).thenRefused('AccountUnknown', { accountId });
  });
  it('is not for the accounts of the house', () => {
    account.given().when(OpenAccount, { accountId: world, name: 'x' }).thenRefused('SystemAccountStays');
  });
});

describe('a posting of a document', () => {
  it('opens the account that it is the first for', () => {
    account
      .given()
      .when(DebitAccount, { ...entry, accountId: ana, checked: false })
      .then(
        { type: 'AccountOpened', data: { kind: 'CUSTOMER', currency: 'GBP', customerId: 'ana', name: null } },
        { type: 'AccountDebited', data: entry },
      );
    account
      .given()
      .when(CreditAccount, { ...credit, accountId: world, checked: false })
      .then(
        { type: 'AccountOpened', data: { kind: 'WORLD', currency: 'GBP', customerId: null, name: null } },
        credited,
      );
  });
  it('takes an account below zero', () => {
    account
      .given(opened, debited)
      .when(DebitAccount, { ...entry, accountId: cash, checked: false })
      .then({ type: 'AccountDebited', data: entry });
  });
  it('opens a closed account again', () => {
    account
      .given(opened, closed)
      .when(CreditAccount, { ...credit, accountId: cash, checked: false })
      .then({ type: 'AccountReopened', data: { transferId: 't-1' } }, credited);
  });
});

describe('a checked posting', () => {
  const checked = true;
  it('takes what is there, to the penny', () => {
    account
      .given(opened, credited)
      .when(DebitAccount, { ...entry, transferId: 't-2', accountId: cash, checked })
      .then(debited);
  });
  it.each([
    { given: [opened, credited], amount: 101, balance: 100, reason: 'INSUFFICIENT_FUNDS' },
    { given: [opened, closed], amount: 1, balance: 0, reason: 'ACCOUNT_CLOSED' },
    { given: [], amount: 1, balance: 0, reason: 'ACCOUNT_UNKNOWN' },
  ] as const)('fails by an event: $reason', ({ given, amount, balance, reason }) => {
    const data = { ...entry, transferId: 't-2', amount };
    account
      .given(...given)
      .when(DebitAccount, { ...data, accountId: cash, checked })
      .then({ type: 'AccountDebitFailedDueToInsufficientFunds', data: { ...data, balance, reason } });
  });
  it('is not limited by what the house has', () => {
    account
      .given({ type: 'AccountOpened', data: { kind: 'WORLD', currency: 'GBP', customerId: null, name: null } })
      .when(DebitAccount, { ...entry, accountId: world, checked })
      .then({ type: 'AccountDebited', data: entry });
  });
  it.each([
    { given: [opened, closed], reason: 'ACCOUNT_CLOSED' },
    { given: [], reason: 'ACCOUNT_UNKNOWN' },
  ] as const)('is rejected by an event: $reason', ({ given, reason }) => {
    account
      .given(...given)
      .when(CreditAccount, { ...credit, accountId: cash, checked })
      .then({ type: 'AccountCreditRejected', data: { ...entry, reason } });
  });
  it('lets the account’s own money come back, whatever became of it', () => {
    account
      .given(opened, closed)
      .when(CreditAccount, { ...credit, accountId: cash, checked, reversal: true })
      .then(
        { type: 'AccountReopened', data: { transferId: 't-1' } },
        { type: 'AccountCredited', data: { ...entry, reversal: true } },
      );
  });
});

describe('any posting', () => {
  it('counts once', () => {
    const given = account.given(opened, credited, debited);
    given.when(CreditAccount, { ...credit, accountId: cash, checked: true }).thenNothing();
    given.when(DebitAccount, { ...entry, transferId: 't-2', accountId: cash, checked: false }).thenNothing();
  });
  it.each([0, -5, 0.5, 2 ** 53])('is of an amount, which %s is not', (amount) => {
    account
      .given(opened)
      .when(CreditAccount, { ...credit, amount, accountId: cash, checked: false })
      .thenRefused('AmountNotAllowed');
  });
  it('is in the account’s currency', () => {
    account
      .given(opened)
      .when(DebitAccount, { ...entry, currency: 'EUR', accountId: cash, checked: false })
      .thenRefused('AccountCurrencyMismatch', { accountId: cash, currency: 'EUR' });
  });
});

describe('closing', () => {
  const data = { accountId: cash };
  it('needs a balance of zero', () => {
    account.given(opened).when(CloseAccount, data).then(closed);
    account.given(opened, credited).when(CloseAccount, data).thenRefused('AccountNotEmpty', {
      balance: 100,
      currency: 'GBP',
    });
    account.given(opened, credited, debited).when(CloseAccount, data).then(closed);
  });
  it('is done once, and of accounts that there are', () => {
    account.given(opened, closed).when(CloseAccount, data).thenNothing();
    account.given().when(CloseAccount, data).thenRefused('AccountUnknown');
    account.given().when(CloseAccount, { accountId: 'x' }).thenRefused('AccountUnknown');
  });
  it('never happens to the house’s own', () => {
    account.given().when(CloseAccount, { accountId: world }).thenRefused('SystemAccountStays');
  });
});

it('remembers the latest transfers, not all there ever were', () => {
  const many = Array.from(
    { length: 500 },
    (_, n): AccountEvent => ({
      type: 'AccountCredited',
      data: { ...credit, transferId: `t-${n}` },
    }),
  );
  const { state } = account.given(opened, ...many);
  expect([state.balance, state.recent.length, state.recent.at(-1)]).toEqual([50_000, 200, 'in t-499']);
});
