import type { PrismaTypes } from '@waybill/db/prisma';
import { type GraphContext, pastOf, reads, rowsThen } from '@waybill/graphql';
import { accountEntries } from '../read-models/account-entries.ts';

type Entry = PrismaTypes['AccountEntry']['Shape'];
/** An entry, and what the account held after it (minor units). */
export type EntryWithBalance = Entry & { readonly runningBalance: bigint };

const MOST = 100;

/** Newest first. The sum is asked once per page, of the entries themselves, so that entries and balances cannot disagree. */
const withBalances = (entries: readonly Entry[], sum: bigint): EntryWithBalance[] => {
  let runningBalance = sum;
  return entries.map((entry) => {
    const shown = { ...entry, runningBalance };
    runningBalance -= entry.amount;
    return shown;
  });
};

const page = (entries: readonly Entry[], first: number, before: bigint | null): EntryWithBalance[] => {
  const older = entries
    .filter(({ position }) => before === null || position < before)
    .toSorted((a, b) => Number(b.position - a.position));
  const sum = older.reduce((total, { amount }) => total + amount, 0n);
  return withBalances(older.slice(0, first), sum);
};

/** The latest entries of an account, newest first; those before a position, where one is given. */
export const entriesOf = async (
  account: { readonly accountId: string },
  { first, before }: { readonly first: number; readonly before: bigint | null },
  context: GraphContext,
): Promise<EntryWithBalance[]> => {
  const { accountId } = account;
  const take = Math.min(Math.max(first, 1), MOST);
  const past = pastOf(account);
  if (past) {
    const rows = await rowsThen(past, 'AccountEntry', accountEntries, [`account-${accountId}`]);
    return page([...rows.values()], take, before);
  }
  const { accountEntry } = reads(context);
  const upTo = before === null ? {} : { position: { lt: before } };
  const rows = await accountEntry.findMany({ where: { accountId, ...upTo }, orderBy: { position: 'desc' }, take });
  const newest = rows[0];
  if (!newest) return [];
  const { _sum } = await accountEntry.aggregate({
    where: { accountId, position: { lte: newest.position } },
    _sum: { amount: true },
  });
  return withBalances(rows, _sum.amount ?? 0n);
};
