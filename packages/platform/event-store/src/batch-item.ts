import { newId } from '@waybill/kernel';
import type { AppendItem, AppendResult, RefusalItem } from './event-store.ts';

/** What a batch is made of, and what it answers for each. */
export type BatchItem = AppendItem | RefusalItem;
export type BatchResult = AppendResult | { readonly result: 'rejected' };

export const streamsOf = (item: BatchItem): AppendItem['streams'] => ('streams' in item ? item.streams : []);

/** An item on its way, with what is only known now: ids and times of its events. */
export interface PreparedItem {
  readonly item: BatchItem;
  readonly now: Date;
  readonly eventIds: readonly string[];
}

export const prepare = (item: BatchItem): PreparedItem => ({
  item,
  now: new Date(),
  eventIds: streamsOf(item).flatMap(({ events }) => events.map(({ eventId }) => eventId ?? newId())),
});
