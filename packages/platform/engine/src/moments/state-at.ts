import type { EventStore } from '@waybill/event-store';
import type { SnapshotStore } from '@waybill/event-store/snapshots';
import { nothingYet } from '../command/state-store.ts';
import { type Aggregate, streamOf } from '../define/aggregate.ts';
import type { AnyEvent, Recorded } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';
import { type Moment, NoSuchMoment, type StateThen } from './moment.ts';
import { untilComplete } from './until-complete.ts';

export interface StateAtPorts {
  readonly store: Pick<EventStore, 'load' | 'watermark'>;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly codec: Pick<EventCodec, 'decode'>;
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
export const createStateAt = ({ store, snapshots, codec }: StateAtPorts): StateAt => {
  const until = async <State, Event extends AnyEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    range: Range,
  ): Promise<StateThen<State>> => {
    const streamId = streamOf(aggregate, id);
    const schema = String(aggregate.snapshot?.schema ?? '');
    const { snapshot, tail } = await snapshots.load({ streamId, schema, ...range });
    const { state, version, position } = snapshot ?? nothingYet(aggregate);
    const events = await codec.decode(tail);
    return {
      state: events.reduce((folded, event) => aggregate.evolve(folded, event as Recorded<Event>), state as State),
      version: tail.at(-1)?.version ?? version,
      position: tail.at(-1)?.position ?? position,
    };
  };

  return async (aggregate, id, moment) => {
    if ('position' in moment) {
      await untilComplete(store, moment.position);
      return until(aggregate, id, { toPosition: moment.position });
    }
    const then = await until(aggregate, id, { toVersion: moment.version });
    if (then.version < moment.version)
      throw new NoSuchMoment(
        `There is no version ${moment.version} of ${streamOf(aggregate, id)}: its last version is ${then.version}.`,
      );
    return then;
  };
};
