import { type CommandMessage, send } from '@waybill/engine';
import { moneyTransferCommands } from '../money-transfer/commands.ts';
import { type Books, type Posting, transferIdOf } from './ledger.ts';

/** The transfer that makes a posting true, its id derived from the document. `checked`: the balance must cover it. */
export const transferFor = (
  posting: Posting,
  books: Books,
  checked: boolean,
): { readonly transferId: string; readonly command: CommandMessage } => {
  const { kind, id, from, to, amount, currency, text } = posting;
  const transferId = transferIdOf(posting);
  // What is below zero goes the other way.
  const [fromAccountId, toAccountId] = amount < 0 ? [to, from] : [from, to];
  const command = send(moneyTransferCommands.CreateMoneyTransfer, {
    transferId,
    fromAccountId,
    toAccountId,
    amount: Math.abs(amount),
    currency,
    text,
    checked,
    origin: { kind, id, ...books },
  });
  return { transferId, command };
};
