import type { NewSnapshot, SnapshotStore } from '@waybill/event-store/snapshots';
import type { AnyAggregate } from '../define/aggregate.ts';
import { snapshotOf } from '../define/snapshot.ts';
import { type Folded, horizonOf } from './fold-on.ts';

/** Takes snapshots after the answer was given: no command waits for one, and none fails because of one. */
export interface SnapshotWriter {
  /** Where several are wished for one stream, the last one is written. */
  take(aggregate: AnyAggregate, streamId: string, folded: Folded): void;
  /** Removes those of a version and later: something happened before what they have folded in. */
  drop(aggregate: AnyAggregate, streamId: string, version: number): void;
  /** Settles when all that was wished for is written, or was reported. */
  written(): Promise<void>;
}

/** Between a wish and its writing, in milliseconds: a hot stream wishes more often than it needs. */
const PAUSE = 50;

interface Wish {
  readonly aggregate: AnyAggregate;
  readonly folded: Folded;
}

export type SnapshotTrouble = { readonly kind: 'snapshot'; readonly streamId: string; readonly error: unknown };

export const createSnapshotWriter = (
  snapshots: Pick<SnapshotStore, 'save' | 'dropFrom'>,
  onTrouble: (trouble: SnapshotTrouble) => void,
): SnapshotWriter => {
  let wishes = new Map<string, Wish>();
  let writing: Promise<void> | undefined;

  const prepared = (streamId: string, { aggregate, folded }: Wish): readonly NewSnapshot[] => {
    const rule = aggregate.snapshot;
    if (!rule) return [];
    try {
      const { version, position, state } = folded;
      const stored = snapshotOf(rule, state);
      return [
        {
          streamId,
          version,
          position,
          state: stored,
          horizon: horizonOf(folded),
          schema: String(rule.schema),
          keep: rule.keep,
        },
      ];
    } catch (error) {
      onTrouble({ kind: 'snapshot', streamId, error });
      return [];
    }
  };
  const write = async (): Promise<void> => {
    while (wishes.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      const due = wishes;
      wishes = new Map();
      const fresh = [...due].flatMap(([streamId, wish]) => prepared(streamId, wish));
      try {
        if (fresh.length > 0) await snapshots.save(fresh);
      } catch (error) {
        for (const { streamId } of fresh) onTrouble({ kind: 'snapshot', streamId, error });
      }
    }
    writing = undefined;
  };

  return {
    take(aggregate, streamId, folded) {
      wishes.set(streamId, { aggregate, folded });
      writing ??= write();
    },
    drop({ snapshot }, streamId, version) {
      if (!snapshot) return;
      snapshots
        .dropFrom(streamId, String(snapshot.schema), version)
        .catch((error: unknown) => onTrouble({ kind: 'snapshot', streamId, error }));
    },
    written: async () => writing,
  };
};
