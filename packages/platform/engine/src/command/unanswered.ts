import type { Chain } from '@waybill/event-store';
import type { Versioned } from './state-store.ts';

/** The state that an append will have left once it is answered as hoped. */
export type Promised = Versioned & { readonly chain: Chain };

/** The streams of this process with appends under way, so that the next command is decided upon what these promise. */
export interface Unanswered {
  /** What the newest append under way promises; undefined where none is, or where its chain is broken. */
  promised(streamId: string): Promised | undefined;
  /** `answer` settles with the append that promises this state. */
  add(streamId: string, promised: Promised, answer: Promise<unknown>): void;
  /** Resolves once nothing is under way for the stream that was when it was called; never rejects. */
  settled(streamId: string): Promise<void>;
}

export const createUnanswered = (): Unanswered => {
  const streams = new Map<string, { readonly promised: Promised; readonly all: Promise<void> }>();
  return {
    promised(streamId) {
      const newest = streams.get(streamId)?.promised;
      return newest?.chain.broken ? undefined : newest;
    },
    add(streamId, promised, answer) {
      const earlier = streams.get(streamId)?.all;
      const all = Promise.allSettled([earlier, answer]).then(() => {
        if (streams.get(streamId) === entry) streams.delete(streamId);
      });
      const entry = { promised, all };
      streams.set(streamId, entry);
    },
    settled: async (streamId) => streams.get(streamId)?.all,
  };
};
