import type { EventStore } from '@waybill/event-store';
import { type AnyAggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';

/** The state of a stream at a version. `fresh`: read just now, not taken from memory. */
export interface Versioned {
  readonly state: unknown;
  readonly version: number;
  readonly fresh: boolean;
}

/**
 * States of aggregates: hot ones from memory, the rest folded from their streams.
 * A stale state does no harm: the expected version catches it at the append, and a refusal is never based on memory.
 */
export interface StateStore {
  recall(aggregate: AnyAggregate, id: string): Versioned | undefined;
  /** Reads what is newer than `from`, or the whole stream. */
  load(aggregate: AnyAggregate, id: string, from?: Versioned): Promise<Versioned>;
  /** Folds events that were just appended. */
  advance(aggregate: AnyAggregate, id: string, from: Versioned, events: readonly AnyEvent[], version: number): void;
  forget(aggregate: AnyAggregate, id: string): void;
}

/** States kept in memory at most; the one unused for longest leaves first. */
const KEPT = 2_000;

export const createStateStore = (store: EventStore, codec: EventCodec): StateStore => {
  const kept = new Map<string, Versioned>();
  const keep = (streamId: string, versioned: Versioned) => {
    kept.delete(streamId);
    kept.set(streamId, { ...versioned, fresh: false });
    if (kept.size > KEPT) for (const oldest of kept.keys()) return void kept.delete(oldest);
  };
  const fold = (aggregate: AnyAggregate, from: unknown, events: readonly AnyEvent[]): unknown =>
    events.reduce((state, event) => aggregate.evolve(state, event), from);

  return {
    recall: (aggregate, id) => kept.get(streamOf(aggregate, id)),
    async load(aggregate, id, from) {
      const streamId = streamOf(aggregate, id);
      const base = from ?? { state: aggregate.initial, version: 0 };
      const stored = await store.load(streamId, { fromVersion: base.version + 1 });
      const events = await codec.decode(stored);
      const version = stored.at(-1)?.version ?? base.version;
      const loaded = { state: fold(aggregate, base.state, events), version, fresh: true };
      if (version > 0) keep(streamId, loaded);
      return loaded;
    },
    advance(aggregate, id, from, events, version) {
      keep(streamOf(aggregate, id), { state: fold(aggregate, from.state, events), version, fresh: false });
    },
    forget: (aggregate, id) => void kept.delete(streamOf(aggregate, id)),
  };
};
