import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { NO_PART } from '../account/events.ts';
import { transfer } from './events.ts';

const of = z.object({ transferId: z.string() });
const failed = of.extend({ reason: z.enum(NO_PART) });

export const moneyTransferCommands = defineCommands({
  CreateMoneyTransfer: command('transferId', transfer.extend({ transferId: z.string() }), { creates: true }),
  /** What the accounts said, and what follows from it. Facts: the same again is nothing new. */
  RecordDebit: command('transferId', of),
  RecordFailedDebit: command('transferId', failed),
  RecordCredit: command('transferId', of),
  ReverseDebit: command('transferId', failed),
});
