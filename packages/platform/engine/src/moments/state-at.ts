import type { EventStore, RecordedEvent } from '@waybill/event-store';
import type { SnapshotStore } from '@waybill/event-store/snapshots';
import { type Folded, nothingYet } from '../command/state-store.ts';
import { type Aggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent, Recorded } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';
import { type Moment, NoSuchMoment, type StateThen } from './moment.ts';
import type { PositionAt } from './position-at.ts';
import { untilComplete } from './until-complete.ts';

export interface StateAtPorts {
  readonly store: Pick<EventStore, 'load' | 'watermark'>;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly codec: Pick<EventCodec, 'decode'>;
  readonly positionAt: PositionAt;
}

export type StateAt = <State, Event extends AnyEvent>(
  aggregate: Aggregate<State, Event>,
  id: string,
  moment: Moment,
) => Promise<StateThen<State>>;

interface Range {
  readonly toVersion?: number;
  readonly toPosition?: number;
}

/** The state of an aggregate as of a moment: from the newest snapshot before it, and the events between. */
export const createStateAt = ({ store, snapshots, codec, positionAt }: StateAtPorts): StateAt => {
  const fold = async <State, Event extends AnyEvent>(
    aggregate: Aggregate<State, Event>,
    { state, version, position }: Folded,
    tail: readonly RecordedEvent[],
  ): Promise<StateThen<State>> => ({
    state: (await codec.decode(tail)).reduce(
      (folded, event) => aggregate.evolve(folded, event as Recorded<Event>),
      state as State,
    ),
    version: tail.at(-1)?.version ?? version,
    position: tail.at(-1)?.position ?? position,
  });
  const until = async <State, Event extends AnyEvent>(aggregate: Aggregate<State, Event>, id: string, range: Range) => {
    const schema = String(aggregate.snapshot?.schema ?? '');
    const { snapshot, tail } = await snapshots.load({ streamId: streamOf(aggregate, id), schema, ...range });
    return fold(aggregate, snapshot ?? nothingYet(aggregate), tail);
  };
  // What happened by then stands anywhere in the stream, and no snapshot knows it alone.
  const happened = async <State, Event extends AnyEvent>(aggregate: Aggregate<State, Event>, id: string, by: Date) => {
    const events = await store.load(streamOf(aggregate, id));
    return fold(
      aggregate,
      nothingYet(aggregate),
      events.filter(({ occurredAt }) => occurredAt <= by),
    );
  };

  return async (aggregate, id, moment) => {
    if ('position' in moment) {
      await untilComplete(store, moment.position);
      return until(aggregate, id, { toPosition: moment.position });
    }
    if ('knownBy' in moment) return until(aggregate, id, { toPosition: await positionAt(moment.knownBy) });
    if ('happenedBy' in moment) return happened(aggregate, id, moment.happenedBy);
    const then = await until(aggregate, id, { toVersion: moment.version });
    if (then.version < moment.version)
      throw new NoSuchMoment(
        `There is no version ${moment.version} of ${streamOf(aggregate, id)}: its last version is ${then.version}.`,
      );
    return then;
  };
};
