import { commandMutation, commandPayload } from '@waybill/graphql';
import { accountNamed } from '../account/account-id.ts';
import { accountCommands } from '../account/commands.ts';
import {
  AccountCurrencyMismatch,
  AccountIsClosed,
  AccountNameNeeded,
  AccountNotEmpty,
  AccountUnknown,
  SystemAccountStays,
} from '../account/refusals.ts';
import { moneyTransferCommands } from '../money-transfer/commands.ts';
import { SameAccount } from '../money-transfer/refusals.ts';
import { AmountNotAllowed } from '../order-payment/refusals.ts';

commandMutation({
  command: accountCommands.OpenAccount,
  description: 'Opens an account for a customer, or under a name. Those of the house open by themselves.',
  input: (t) => ({
    customerId: t.id({ description: 'Whose it is; left out for one under a name.' }),
    name: t.string({ description: 'What it is for, such as "Petty cash".' }),
    currency: t.string({ required: true, description: 'ISO 4217, such as GBP.' }),
  }),
  payload: commandPayload('Account'),
  errors: [AccountUnknown, AccountNameNeeded, AccountIsClosed, SystemAccountStays],
  versioned: false,
});
commandMutation({
  command: accountCommands.CloseAccount,
  description: 'Closes an empty account. Money that is on its way to it by hand goes back.',
  input: (t) => ({ accountId: t.id({ required: true }) }),
  payload: commandPayload('Account'),
  errors: [AccountUnknown, AccountNotEmpty, SystemAccountStays],
});
commandMutation({
  command: moneyTransferCommands.CreateMoneyTransfer,
  description:
    'Moves money by hand. Whether the account that pays holds enough shows in the transfer: its debit is the first step.',
  input: (t) => ({
    fromAccountId: t.id({ required: true }),
    toAccountId: t.id({ required: true }),
    amount: t.field({ type: 'BigInt', required: true, description: "Minor units of the accounts' currency." }),
    text: t.string({ required: true, description: 'What it is for, as both statements show it.' }),
  }),
  payload: commandPayload('MoneyTransfer'),
  errors: [AmountNotAllowed, AccountUnknown, SameAccount, AccountCurrencyMismatch],
  versioned: false,
  toCommand: (input) => ({
    ...input,
    currency: accountNamed(String(input.fromAccountId))?.currency ?? '',
    checked: true,
    origin: null,
  }),
});
