import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { isSystemAccount } from './account-id.ts';
import { entry } from './events.ts';

const posting = entry.extend({
  accountId: z.string(),
  /** By hand, or a refund: the balance must cover it, and the account be open. Documents' postings are not checked. */
  checked: z.boolean(),
});

/** The house's own accounts take every posting, in any order; those of others decide on their newest version. */
const commutative = ({ accountId }: Readonly<Record<string, unknown>>): boolean => isSystemAccount(String(accountId));

export const accountCommands = defineCommands({
  /** For an account of a customer, or under a name. Those of the house open with their first posting. */
  OpenAccount: command('accountId', z.object({ accountId: z.string(), name: z.string().nullable().default(null) }), {
    creates: true,
  }),
  DebitAccount: command('accountId', posting, { commutative }),
  CreditAccount: command('accountId', posting.extend({ reversal: z.boolean().default(false) }), { commutative }),
  CloseAccount: command('accountId', z.object({ accountId: z.string() })),
});
