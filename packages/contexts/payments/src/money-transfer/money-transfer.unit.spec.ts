import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { accountIdOf } from '../account/account-id.ts';
import { moneyTransferCommands } from './commands.ts';
import type { MoneyTransferEvent, Transfer } from './events.ts';
import { MoneyTransfer } from './money-transfer.ts';

const transfer = specOf(MoneyTransfer, expect);
const { CreateMoneyTransfer, RecordDebit, RecordFailedDebit, RecordCredit, ReverseDebit } = moneyTransferCommands;

const id = { transferId: 't-1' };
const [from, to] = [accountIdOf('CUSTOMER', 'GBP', 'ana'), accountIdOf('WORLD', 'GBP')];
const origin = { kind: 'REFUND', id: 'r-1', orderId: 'o-1', paymentId: null } as const;
const asked: Transfer = {
  fromAccountId: from,
  toAccountId: to,
  amount: 100,
  currency: 'GBP',
  text: 'Refund',
  checked: true,
  origin,
};
const created: MoneyTransferEvent = { type: 'MoneyTransferCreated', data: asked };
const debited: MoneyTransferEvent = { type: 'DebitRecorded', data: {} };
const arrived: MoneyTransferEvent = { type: 'CreditRecorded', data: { accountId: to } };
const completed: MoneyTransferEvent = { type: 'MoneyTransferCompleted', data: { origin } };
const reason = 'ACCOUNT_CLOSED';
const reversed: MoneyTransferEvent = { type: 'DebitReversed', data: { reason } };
const returned: MoneyTransferEvent = { type: 'CreditRecorded', data: { accountId: from } };
const failed: MoneyTransferEvent = { type: 'MoneyTransferFailed', data: { origin, reason } };
const notDebited: MoneyTransferEvent = { type: 'FailedDebitRecorded', data: { reason } };

describe('creating', () => {
  it('says where the money goes, once', () => {
    transfer
      .given()
      .when(CreateMoneyTransfer, { ...id, ...asked })
      .then(created);
    transfer
      .given(created)
      .when(CreateMoneyTransfer, { ...id, ...asked, amount: 5 })
      .thenNothing();
  });
  it.each([
    { wrong: { amount: 0 }, code: 'AmountNotAllowed' },
    { wrong: { amount: 1.5 }, code: 'AmountNotAllowed' },
    { wrong: { toAccountId: from }, code: 'SameAccount' },
    { wrong: { toAccountId: 'the till' }, code: 'AccountUnknown' },
    { wrong: { toAccountId: accountIdOf('WORLD', 'EUR') }, code: 'AccountCurrencyMismatch' },
    { wrong: { fromAccountId: accountIdOf('SUSPENSE', 'EUR') }, code: 'AccountCurrencyMismatch' },
  ])('$wrong is refused', ({ wrong, code }) => {
    transfer
      .given()
      .when(CreateMoneyTransfer, { ...id, ...asked, ...wrong })
      .thenRefused(code);
  });
});

describe('on its way', () => {
  it('is debited, then credited, then over', () => {
    transfer.given(created).when(RecordDebit, id).then(debited);
    transfer.given(created, debited).when(RecordCredit, id).then(arrived, completed);
    transfer.given(created).when(RecordCredit, id).then(debited, arrived, completed);
  });
  it('fails where the one account does not pay', () => {
    transfer
      .given(created)
      .when(RecordFailedDebit, { ...id, reason })
      .then(notDebited, failed);
  });
  it('turns round where the other account cannot take it, and fails once the money is back', () => {
    transfer
      .given(created, debited)
      .when(ReverseDebit, { ...id, reason })
      .then(reversed);
    transfer
      .given(created)
      .when(ReverseDebit, { ...id, reason })
      .then(debited, reversed);
    transfer.given(created, debited, reversed).when(RecordCredit, id).then(returned, failed);
  });
});

describe('what is known already', () => {
  const over = [created, debited, arrived, completed];
  const back = [created, debited, reversed, returned, failed];
  it.each([over, back, [created, notDebited, failed]])('changes nothing', (...history) => {
    const given = transfer.given(...history);
    given.when(RecordDebit, id).thenNothing();
    given.when(RecordCredit, id).thenNothing();
    given.when(RecordFailedDebit, { ...id, reason }).thenNothing();
    given.when(ReverseDebit, { ...id, reason }).thenNothing();
  });
  it('is not turned round twice, and not told that it failed after it left', () => {
    transfer
      .given(created, debited, reversed)
      .when(ReverseDebit, { ...id, reason })
      .thenNothing();
    transfer
      .given(created, debited)
      .when(RecordFailedDebit, { ...id, reason })
      .thenNothing();
    transfer.given(created, debited).when(RecordDebit, id).thenNothing();
  });
});

it.each([RecordDebit, RecordCredit])('of a transfer that there is none of, nothing is recorded', (command) => {
  transfer.given().when(command, id).thenRefused('MoneyTransferUnknown', id);
});
it.each([RecordFailedDebit, ReverseDebit])(
  'of a transfer that there is none of, nothing is turned round',
  (command) => {
    transfer
      .given()
      .when(command, { ...id, reason })
      .thenRefused('MoneyTransferUnknown', id);
  },
);
