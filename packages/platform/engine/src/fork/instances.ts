import type { EventStore } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Recorded } from '../define/event.ts';
import type { Process } from '../define/process.ts';
import type { EventCodec } from '../event-codec.ts';

/** The instances of processes, as they would be. */
export interface Instances {
  /** Feeds an event to the instance it belongs to; answers with the commands that it wishes for. */
  feed(process: Process, event: Recorded): Promise<NonNullable<ReturnType<Process['react']>['commands']>>;
  /** Whether the processes have handled all that happened before. */
  settled(): boolean;
}

export interface InstancesPorts {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'feed'>;
  readonly codec: Pick<EventCodec, 'decode'>;
}

/** Events that a process is behind and that are caught up with here, at most. */
const MOST_BEHIND = 1_000;

const SQL = `
  select i.state, (i.instance is not null) as known,
         (select min(c.position) from es.checkpoints c where c.consumer = $1) as position,
         exists (select from es.outbox o where o.command -> 'actor' ->> 'id' = $1) as sending
    from (select) as one left join es.process_instances i on i.process = $1 and i.instance = $2`;

export const createInstances = ({ pool, store, codec }: InstancesPorts): Instances => {
  const states = new Map<string, unknown>();
  let settled = true;

  /** Its stored state, and what has happened since folded into it: what it answers that by is under way already. */
  const stateOf = async (process: Process, instance: string): Promise<unknown> => {
    const { rows } = await pool.query<{
      state: unknown;
      known: boolean;
      position: number | null;
      sending: boolean;
    }>(SQL, [process.name, instance]);
    const stored = rows[0];
    const types = process.events.map(({ type }) => type);
    const page = await store.feed(stored?.position ?? 0, { types, limit: MOST_BEHIND });
    const missed = await codec.decode(page.events);
    if (missed.length > 0 || stored?.sending) settled = false;
    return missed
      .filter((event) => process.instance(event) === instance)
      .reduce((state, event) => process.react(state, event).state, stored?.known ? stored.state : process.initial);
  };

  return {
    async feed(process, event) {
      const instance = process.instance(event);
      const key = JSON.stringify([process.name, instance]);
      const state = states.has(key) ? states.get(key) : await stateOf(process, instance);
      const reaction = process.react(state, event);
      states.set(key, reaction.state);
      return reaction.commands ?? [];
    },
    settled: () => settled,
  };
};
