import type { EventStore } from '@waybill/event-store';
import type { LoadedTail, SnapshotStore } from '@waybill/event-store/snapshots';
import type { AnyAggregate } from '../define/aggregate.ts';
import type { EventCodec } from '../event-codec.ts';
import type { Late } from '../order/ordered-fold.ts';
import { arrivedAs, type Folded, foldOn, fromSnapshot } from './fold-on.ts';

export interface StoredFoldPorts {
  readonly store: Pick<EventStore, 'load'>;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly codec: Pick<EventCodec, 'decode'>;
}

export interface FoldRange {
  readonly toVersion?: number;
  readonly toPosition?: number;
  /** From the first event, whatever snapshots there are. */
  readonly replay?: boolean;
}

export interface StoredFold {
  readonly folded: Folded;
  /** Folded from there. */
  readonly from: 'snapshot' | 'replay';
  /** How many events were folded. */
  readonly events: number;
  /** Facts that the newest snapshot had left no place for. */
  readonly late: readonly Late[];
  /** Snapshots of this version and later are of no use any more. */
  readonly unusableFrom?: number;
}

/**
 * Reads a stream and folds it: from its newest snapshot; from an older one where a fact came in later that belongs before
 * something that the newest has folded in; from the first event where no snapshot will do.
 */
export const createStoredFold = ({ store, snapshots, codec }: StoredFoldPorts) => {
  const read = async (aggregate: AnyAggregate, streamId: string, range: FoldRange, until: number) => {
    const { toVersion, toPosition } = range;
    const to = {
      ...(toVersion === undefined ? {} : { toVersion }),
      ...(toPosition === undefined ? {} : { toPosition }),
    };
    if (!aggregate.snapshot && toPosition === undefined)
      return { snapshot: undefined, tail: await store.load(streamId, to) } satisfies LoadedTail;
    const schema = String(aggregate.snapshot?.schema ?? '');
    return snapshots.load({ streamId, schema, ...to, snapshotUntil: until });
  };

  return async (aggregate: AnyAggregate, streamId: string, range: FoldRange = {}): Promise<StoredFold> => {
    let until = range.replay ? 0 : Number.MAX_SAFE_INTEGER;
    let late: readonly Late[] = [];
    let unusableFrom: number | undefined;
    for (;;) {
      const { snapshot, tail } = await read(aggregate, streamId, range, until);
      const base = fromSnapshot(aggregate, snapshot);
      const on = base && foldOn(aggregate, base, arrivedAs(await codec.decode(tail)));
      if (on?.folded)
        return {
          folded: on.folded,
          from: snapshot ? 'snapshot' : 'replay',
          events: tail.length,
          late,
          ...(unusableFrom === undefined ? {} : { unusableFrom }),
        };
      if (!snapshot) throw new Error(`${streamId} cannot be folded from its first event`);
      if (unusableFrom === undefined) late = on?.late.filter(({ beyond }) => beyond) ?? [];
      unusableFrom = snapshot.version;
      until = snapshot.version - 1;
    }
  };
};
