import type { Chain, EventStore, RecordedEvent } from '@waybill/event-store';
import type { SnapshotStore } from '@waybill/event-store/snapshots';
import { type AnyAggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';
import type { Late } from '../order/ordered-fold.ts';
import { arrivedAs, arrivedFrom, type Folded, type FoldedOn, foldOn } from './fold-on.ts';
import type { NoteLate, Remedy } from './late-facts.ts';
import type { SnapshotWriter } from './snapshot-writer.ts';
import { createStoredFold } from './stored-fold.ts';

/** The state of a stream as it is known. */
export interface Versioned extends Folded {
  /** Read just now, not taken from memory. */
  readonly fresh: boolean;
  /** Set while appends that lead to this state have no answer yet; the position is of an event before these. */
  readonly chain?: Chain;
}

/**
 * States of aggregates: hot ones from memory, the rest folded from their newest snapshot and what came after it.
 * A stale state does no harm: the expected version catches it at the append, and a refusal is never based on memory.
 */
export interface StateStore {
  recall(aggregate: AnyAggregate, id: string): Versioned | undefined;
  /** Reads what is newer than `from`; without it, what is newer than the newest snapshot, or the whole stream. */
  load(aggregate: AnyAggregate, id: string, from?: Versioned): Promise<Versioned>;
  /**
   * Folds events that were just appended, as the decision made them and as they were recorded. A fact that belongs
   * further back than memory goes makes the state forgotten, and read again in the background.
   */
  advance(
    aggregate: AnyAggregate,
    id: string,
    from: Versioned,
    events: readonly AnyEvent[],
    recorded: readonly RecordedEvent[],
  ): void;
  forget(aggregate: AnyAggregate, id: string): void;
}

export interface StateStorePorts {
  readonly store: Pick<EventStore, 'load'>;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly codec: Pick<EventCodec, 'decode'>;
  readonly writer: Pick<SnapshotWriter, 'take' | 'drop'>;
  readonly noteLate: NoteLate;
  /** Forces one way of taking late facts in; where it cannot be gone, the next in the row is. */
  readonly remedy?: Remedy;
  readonly onTrouble: (trouble: Readonly<Record<string, unknown>>) => void;
}

/** States kept in memory at most; the one unused for longest leaves first. */
const KEPT = 2_000;

export const createStateStore = (ports: StateStorePorts): StateStore => {
  const { store, codec, writer, noteLate, remedy, onTrouble } = ports;
  const storedFold = createStoredFold(ports);
  const kept = new Map<string, Versioned>();
  /** Facts that wait for their state to be read again. */
  const pending = new Map<string, readonly Late[]>();

  const keep = (streamId: string, folded: Folded) => {
    kept.delete(streamId);
    kept.set(streamId, { ...folded, fresh: false });
    if (kept.size > KEPT) for (const oldest of kept.keys()) return void kept.delete(oldest);
  };
  /** The state with the events in their places, as far as that can and may be done in memory. */
  const inMemory = (streamId: string, { folded, late, refolded }: FoldedOn): Folded | undefined => {
    if (late.length === 0) return folded;
    if (folded && (remedy ?? 'reorder') === 'reorder') {
      noteLate(streamId, late, 'reorder', refolded);
      return folded;
    }
    kept.delete(streamId);
    pending.set(streamId, [...(pending.get(streamId) ?? []), ...late]);
    return undefined;
  };
  const fromStore = async (aggregate: AnyAggregate, streamId: string): Promise<Folded> => {
    const waiting = pending.get(streamId) ?? [];
    const replay = remedy === 'replay' && waiting.length > 0;
    const { folded, from, events, late, unusableFrom } = await storedFold(aggregate, streamId, { replay });
    const due = [...waiting, ...late.filter(({ version }) => !waiting.some((one) => one.version === version))];
    if (waiting.length > 0 && pending.get(streamId) === waiting) pending.delete(streamId);
    if (due.length > 0) noteLate(streamId, due, from, events);
    if (unusableFrom !== undefined) writer.drop(aggregate, streamId, unusableFrom);
    // Whoever should have taken it is gone, the shape of the state is a new one, or a late fact made the others useless.
    if (events >= (aggregate.snapshot?.every ?? Number.POSITIVE_INFINITY)) writer.take(aggregate, streamId, folded);
    return folded;
  };

  const states: StateStore = {
    recall: (aggregate, id) => kept.get(streamOf(aggregate, id)),
    async load(aggregate, id, from) {
      const streamId = streamOf(aggregate, id);
      const newer =
        from && arrivedAs(await codec.decode(await store.load(streamId, { fromVersion: from.version + 1 })));
      const known = from && newer && inMemory(streamId, foldOn(aggregate, from, newer));
      const folded = known ?? (await fromStore(aggregate, streamId));
      if (folded.version > 0) keep(streamId, folded);
      return { ...folded, fresh: true };
    },
    advance(aggregate, id, from, events, recorded) {
      const streamId = streamOf(aggregate, id);
      const folded = inMemory(streamId, foldOn(aggregate, from, arrivedFrom(events, recorded)));
      if (!folded) {
        const again = () =>
          states.load(aggregate, id).catch((error: unknown) => onTrouble({ kind: 'late-fact', streamId, error }));
        return void setImmediate(again);
      }
      keep(streamId, folded);
      const { every = Number.POSITIVE_INFINITY } = aggregate.snapshot ?? {};
      if (Math.floor(folded.version / every) > Math.floor(from.version / every))
        writer.take(aggregate, streamId, folded);
    },
    forget: (aggregate, id) => void kept.delete(streamOf(aggregate, id)),
  };
  return states;
};
