import type { Chain, EventStore, RecordedEvent } from '@waybill/event-store';
import type { SnapshotStore } from '@waybill/event-store/snapshots';
import { type AnyAggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';
import type { SnapshotWriter } from './snapshot-writer.ts';

/** The state of a stream after one of its events. */
export interface Folded {
  readonly state: unknown;
  readonly version: number;
  /** Of the event at that version; 0 for none. */
  readonly position: number;
}

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
  /** Folds events that were just appended, as the decision made them and as they were recorded. */
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
  readonly writer: SnapshotWriter;
}

/** States kept in memory at most; the one unused for longest leaves first. */
const KEPT = 2_000;

export const nothingYet = (aggregate: AnyAggregate): Folded => ({ state: aggregate.initial, version: 0, position: 0 });

/** A state from before, and the events after it as they are stored. */
interface Read {
  readonly base: Folded;
  readonly tail: readonly RecordedEvent[];
}

export const createStateStore = ({ store, snapshots, codec, writer }: StateStorePorts): StateStore => {
  const kept = new Map<string, Versioned>();
  const keep = (streamId: string, versioned: Versioned) => {
    kept.delete(streamId);
    const { state, version, position } = versioned;
    kept.set(streamId, { state, version, position, fresh: false });
    if (kept.size > KEPT) for (const oldest of kept.keys()) return void kept.delete(oldest);
  };
  const fold = (aggregate: AnyAggregate, from: Folded, events: readonly AnyEvent[], last?: RecordedEvent): Folded => ({
    state: events.reduce((state, event) => aggregate.evolve(state, event), from.state),
    version: last?.version ?? from.version,
    position: last?.position ?? from.position,
  });
  const read = async (aggregate: AnyAggregate, streamId: string, from: Folded | undefined): Promise<Read> => {
    if (from || !aggregate.snapshot) {
      const base = from ?? nothingYet(aggregate);
      return { base, tail: await store.load(streamId, { fromVersion: base.version + 1 }) };
    }
    const { snapshot, tail } = await snapshots.load({ streamId, schema: String(aggregate.snapshot.schema) });
    return { base: snapshot ?? nothingYet(aggregate), tail };
  };

  return {
    recall: (aggregate, id) => kept.get(streamOf(aggregate, id)),
    async load(aggregate, id, from) {
      const streamId = streamOf(aggregate, id);
      const { base, tail } = await read(aggregate, streamId, from);
      const loaded = { ...fold(aggregate, base, await codec.decode(tail), tail.at(-1)), fresh: true };
      if (loaded.version > 0) keep(streamId, loaded);
      // Whoever should have taken it is gone, or the shape of the state is a new one.
      if (!from && tail.length >= (aggregate.snapshot?.every ?? Number.POSITIVE_INFINITY))
        writer.take(aggregate, streamId, loaded);
      return loaded;
    },
    advance(aggregate, id, from, events, recorded) {
      const streamId = streamOf(aggregate, id);
      const folded = fold(aggregate, from, events, recorded.at(-1));
      keep(streamId, { ...folded, fresh: false });
      const { every = Number.POSITIVE_INFINITY } = aggregate.snapshot ?? {};
      if (Math.floor(folded.version / every) > Math.floor(from.version / every))
        writer.take(aggregate, streamId, folded);
    },
    forget: (aggregate, id) => void kept.delete(streamOf(aggregate, id)),
  };
};
