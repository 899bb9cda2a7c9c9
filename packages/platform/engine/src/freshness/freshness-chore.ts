import type { EventStore } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Chore } from '../consume/chore.ts';
import type { Consumer } from '../consume/consumer.ts';
import type { Projection } from '../define/projection.ts';
import { type Lag, readLag } from './read-lag.ts';
import { type AlertChange, type Hysteresis, type Measured, recordFreshness } from './record-freshness.ts';

export interface FreshnessPorts {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'watermark'>;
  readonly consumers: readonly Consumer[];
  readonly projections: readonly Projection[];
  readonly onAlert: (change: AlertChange) => void;
  readonly hysteresis?: Hysteresis;
}

const EVERY = 1_000;
/** A burst that is over in a moment is no alert, and a projection that only just caught up is still one. */
const USUAL: Hysteresis = { openAfterMs: 2_000, closeAfterMs: 5_000 };

/** One line per projection: as late as the latest of its shards, with the events of all. */
const byProjection = (consumers: readonly Consumer[], lags: readonly Lag[]): Measured[] => {
  const lagOf = new Map(lags.map((lag) => [lag.name, lag]));
  const measured = new Map<string, Measured>();
  for (const { name, topic = name, freshness = 0 } of consumers) {
    const { seconds = 0, events = 0 } = lagOf.get(name) ?? {};
    const known = measured.get(topic);
    measured.set(topic, {
      consumer: topic,
      objectiveMs: freshness,
      lagMs: Math.max(known?.lagMs ?? 0, Math.round(seconds * 1_000)),
      lagEvents: (known?.lagEvents ?? 0) + events,
    });
  }
  return [...measured.values()];
};

/** Measures how old the rows of every projection are, and raises an alert while they are older than they may be. */
export const freshnessChore = (ports: FreshnessPorts): Chore => {
  const { pool, store, projections, onAlert, hysteresis = USUAL } = ports;
  const consumers = ports.consumers.filter(({ freshness }) => freshness !== undefined);
  return {
    name: 'es.freshness',
    everyMs: EVERY,
    async run() {
      const lags = await readLag(pool, consumers, projections, await store.watermark());
      for (const change of await recordFreshness(pool, byProjection(consumers, lags), hysteresis)) onAlert(change);
    },
  };
};
