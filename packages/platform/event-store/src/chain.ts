import { type BatchItem, type BatchResult, streamsOf } from './batch-item.ts';

/**
 * Appends of which each was decided upon the ones before it, while these had no answer yet. Once one of them is not
 * appended, what was decided upon it would be about a history that never was: the chain is broken, and whatever of it
 * is still on its way is answered as `broken`. Made by the caller, one object per chain; broken by the store.
 */
export interface Chain {
  broken: boolean;
}

export const newChain = (): Chain => ({ broken: false });

/** The stream whose chain is broken already, so that the item need not be sent. */
export const brokenStream = (item: BatchItem): string | undefined =>
  streamsOf(item).find(({ chain }) => chain?.broken)?.streamId;

/** Breaks the chains of an item that was not appended; no result: it failed. */
export const breakUnlessAppended = (item: BatchItem, result?: BatchResult): void => {
  if (result?.result === 'appended') return;
  for (const { chain } of streamsOf(item)) if (chain) chain.broken = true;
};
