import { type PreparedItem, streamsOf } from './batch-item.ts';
import { bare, jsons, texts } from './columns.ts';
import type { CommandRecord, NewEvent, StoredRefusal, StreamAppend } from './event-store.ts';

const EXPECTED = { NO_STREAM: -1, EXISTS: -2, ANY: -3 } as const;
/** In a chain, versions are counted downwards from here. */
const IN_CHAIN = -10;
/** A number that no version can be must not be read as one of the words: it matches nothing. */
const expectedCode = ({ expected, chain }: StreamAppend): number => {
  if (typeof expected !== 'number') return EXPECTED[expected];
  if (!Number.isSafeInteger(expected) || expected < 0) return Number.MAX_SAFE_INTEGER;
  return chain ? IN_CHAIN - expected : expected;
};

/** The columns of a batch while they are filled; see `es.append` for what they mean. */
const emptyColumns = () => ({
  commands: [] as CommandRecord[],
  issued: [] as number[],
  refusals: [] as (StoredRefusal | undefined)[],
  streamCounts: [] as number[],
  slots: new Map<string, number>(),
  creates: [] as boolean[],
  gains: [] as number[],
  appendItems: [] as number[],
  appendSlots: [] as number[],
  expected: [] as number[],
  eventCounts: [] as number[],
  closes: [] as boolean[],
  events: [] as NewEvent[],
  eventAppends: [] as number[],
  eventNumbers: [] as number[],
  eventIds: [] as string[],
  occurred: [] as number[],
});
type Columns = ReturnType<typeof emptyColumns>;

const addItem = (columns: Columns, { item, now, eventIds }: PreparedItem): void => {
  const streams = streamsOf(item);
  const itemNumber = columns.commands.push(item.command);
  columns.issued.push((item.command.issuedAt ?? now).getTime());
  columns.refusals.push('refusal' in item ? item.refusal : undefined);
  columns.streamCounts.push(streams.length);
  columns.eventIds.push(...eventIds);
  for (const stream of streams) {
    const { streamId, events, closes = false } = stream;
    const slot = slotOf(columns, streamId);
    const code = expectedCode(stream);
    columns.creates[slot - 1] ||=
      code === 0 || code === EXPECTED.NO_STREAM || code === EXPECTED.ANY || code === IN_CHAIN;
    columns.gains[slot - 1] = (columns.gains[slot - 1] ?? 0) + events.length;
    columns.appendItems.push(itemNumber);
    columns.appendSlots.push(slot);
    columns.expected.push(code);
    columns.eventCounts.push(events.length);
    columns.closes.push(closes);
    for (const [index, event] of events.entries()) {
      columns.events.push(event);
      columns.eventAppends.push(columns.appendItems.length);
      columns.eventNumbers.push(index + 1);
      columns.occurred.push((event.occurredAt ?? now).getTime());
    }
  }
};

const slotOf = ({ slots, creates, gains }: Columns, streamId: string): number => {
  const known = slots.get(streamId);
  if (known !== undefined) return known;
  slots.set(streamId, slots.size + 1);
  creates.push(false);
  gains.push(0);
  return slots.size;
};

/** The parameters of `es.append`, in its order. */
export const appendColumns = (prepared: readonly PreparedItem[]): unknown[] => {
  const columns = emptyColumns();
  for (const item of prepared) addItem(columns, item);
  const { commands, events } = columns;
  return [
    texts(commands.map(({ commandId }) => commandId)),
    texts(commands.map(({ requestHash }) => requestHash.toLowerCase())),
    texts(commands.map(({ type }) => type)),
    texts(commands.map(({ streamId }) => streamId)),
    jsons(commands.map(({ payload }) => payload)),
    jsons(commands.map(({ actor }) => actor)),
    texts(commands.map(({ correlationId }) => correlationId)),
    texts(commands.map(({ causationId }) => causationId)),
    bare(columns.issued),
    jsons(columns.refusals),
    bare(columns.streamCounts),
    texts([...columns.slots.keys()]),
    bare(columns.creates),
    bare(columns.gains),
    bare(columns.appendItems),
    bare(columns.appendSlots),
    bare(columns.expected),
    bare(columns.eventCounts),
    bare(columns.closes),
    bare(columns.eventAppends),
    bare(columns.eventNumbers),
    texts(columns.eventIds),
    texts(events.map(({ type }) => type)),
    bare(events.map(({ schemaVersion }) => schemaVersion)),
    jsons(events.map(({ data }) => data)),
    jsons(events.map(({ metadata }) => metadata)),
    bare(columns.occurred),
  ];
};
