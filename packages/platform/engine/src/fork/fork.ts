import { newId } from '@waybill/kernel';
import { arrivedAs, foldOn, nothingYet } from '../command/fold-on.ts';
import type { StateStore, Versioned } from '../command/state-store.ts';
import { type AnyAggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent, Recorded } from '../define/event.ts';

/** Above every position that the log can come to. */
const FIRST = 2 ** 52;

type Origin = Pick<Recorded, 'actor' | 'commandId' | 'correlationId' | 'causationId' | 'occurredAt' | 'recordedAt'>;

/** The streams as they are, and what is added to them here and nowhere else. */
export interface Fork {
  /** For decisions: the state of a stream with what was added. */
  readonly states: StateStore;
  /** What was added, in order. */
  readonly events: readonly Recorded[];
  add(aggregate: AnyAggregate, id: string, at: Versioned, event: AnyEvent, from: Origin): Recorded;
  history(streamId: string): Promise<Recorded[]>;
}

export interface ForkPorts {
  /** Reads states and keeps nothing of them in the store. */
  readonly states: StateStore;
  readonly history: (streamId: string) => Promise<readonly Recorded[]>;
}

export const createFork = ({ states, history }: ForkPorts): Fork => {
  const added: Recorded[] = [];
  const forked = new Map<string, Versioned>();
  const reads = new Map<string, Promise<readonly Recorded[]>>();
  const stateOf = async (aggregate: AnyAggregate, id: string): Promise<Versioned> => {
    const streamId = streamOf(aggregate, id);
    const known = forked.get(streamId) ?? { ...(await states.load(aggregate, id)), fresh: true };
    forked.set(streamId, known);
    return known;
  };
  return {
    // Each stream is read once, so that all decisions are about the same moment of it.
    states: { recall: () => undefined, load: stateOf, advance: () => {}, forget: () => {} },
    events: added,
    add(aggregate, id, at, event, from) {
      const streamId = streamOf(aggregate, id);
      const before = forked.get(streamId) ?? { ...nothingYet(aggregate), ...at };
      const recorded: Recorded = {
        ...from,
        type: event.type,
        // As it would come back from the store.
        data: JSON.parse(JSON.stringify(event.data)) as object,
        id,
        streamId,
        category: aggregate.category,
        version: before.version + 1,
        position: FIRST + added.length,
        eventId: newId(),
        schemaVersion: aggregate.events[event.type]?.version ?? 1,
        metadata: {},
        occurredAt: event.occurredAt ?? from.occurredAt,
      };
      const { version, position } = recorded;
      // A fact that is older than all that was read of its stream is looked at as if it had happened just now.
      const folded = foldOn(aggregate, before, arrivedAs([recorded])).folded ?? {
        state: aggregate.evolve(before.state, recorded),
        version,
        position,
      };
      forked.set(streamId, { ...folded, fresh: true });
      added.push(recorded);
      return recorded;
    },
    async history(streamId) {
      const reading = reads.get(streamId) ?? history(streamId);
      reads.set(streamId, reading);
      const own = added.filter((event) => event.streamId === streamId);
      const first = own[0]?.version ?? Number.POSITIVE_INFINITY;
      return [...(await reading).filter(({ version }) => version < first), ...own];
    },
  };
};
