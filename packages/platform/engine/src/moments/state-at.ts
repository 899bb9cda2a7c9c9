import type { EventStore } from '@waybill/event-store';
import type { SnapshotStore } from '@waybill/event-store/snapshots';
import { arrivedAs, type Folded, foldOn, nothingYet } from '../command/fold-on.ts';
import { createStoredFold, type FoldRange } from '../command/stored-fold.ts';
import { type Aggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
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

/** The state of an aggregate as of a moment: from the newest snapshot before it, and the events between. */
export const createStateAt = (ports: StateAtPorts): StateAt => {
  const { store, codec, positionAt } = ports;
  const storedFold = createStoredFold(ports);

  const then = <State>({ state, version, position }: Folded): StateThen<State> => ({
    state: state as State,
    version,
    position,
  });
  const until = async <State, Event extends AnyEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    range: FoldRange,
  ) => then<State>((await storedFold(aggregate, streamOf(aggregate, id), range)).folded);
  // What happened by then stands anywhere in the stream, and no snapshot knows it alone.
  const happened = async <State, Event extends AnyEvent>(aggregate: Aggregate<State, Event>, id: string, by: Date) => {
    const events = await codec.decode(await store.load(streamOf(aggregate, id)));
    const arrived = arrivedAs(events.filter(({ occurredAt }) => occurredAt <= by));
    const base = nothingYet(aggregate);
    return then<State>(foldOn(aggregate, base, arrived).folded ?? base);
  };

  return async (aggregate, id, moment) => {
    if ('position' in moment) {
      await untilComplete(store, moment.position);
      return until(aggregate, id, { toPosition: moment.position });
    }
    if ('knownBy' in moment) return until(aggregate, id, { toPosition: await positionAt(moment.knownBy) });
    if ('happenedBy' in moment) return happened(aggregate, id, moment.happenedBy);
    const found = await until(aggregate, id, { toVersion: moment.version });
    if (found.version < moment.version)
      throw new NoSuchMoment(
        `There is no version ${moment.version} of ${streamOf(aggregate, id)}: its last version is ${found.version}.`,
      );
    return found;
  };
};
