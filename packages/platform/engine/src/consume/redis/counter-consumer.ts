import type { Counters } from '../../define/counters.ts';
import type { ConsumerKey } from '../checkpoint.ts';
import type { Consumer, Drained } from '../consumer.ts';
import { type FollowPorts, follow } from '../follow.ts';
import { readPark } from '../parking/park.ts';
import { type NumberedPark, stepParking } from '../parking/step.ts';
import { counterLog } from './counter-log.ts';
import { reconcile } from './reconcile.ts';
import type { RedisPort } from './redis-port.ts';
import { redisRows } from './redis-rows.ts';

export interface CounterPorts extends FollowPorts {
  readonly redis: RedisPort;
}

/** Each version counts into data of its own, so that old and new code run side by side. */
export const counterKey = ({ name, version }: Pick<Counters, 'name' | 'version'>): ConsumerKey => ({
  consumer: name,
  generation: version,
  shard: 0,
});

const everyKey = () => true;

/** Counters, drained into Redis. While Redis is away they stand still and nobody else is held up. */
export const counterConsumer = (ports: CounterPorts, counters: Counters): Consumer => {
  const { pool, worker, redis } = ports;
  const key = counterKey(counters);
  const types = counters.events.map(({ type }) => type);
  const rows = redisRows(redis, key, counters, counterLog(pool, key, worker));
  const about = {
    name: counters.name,
    kind: 'projection',
    generation: key.generation,
    freshness: counters.freshness,
    types,
  } as const;

  const following = (): Consumer => {
    let park: NumberedPark | undefined;
    return follow(ports, {
      ...about,
      key,
      batch: 500,
      start: async () => 0,
      async take(events, move) {
        if (park?.parks !== move.parks) park = { ...(await readPark(pool, key)), parks: move.parks };
        const taken = await stepParking({ projection: counters, owns: everyKey, rows }, events, move, park);
        if (taken.moved) park = taken.park;
        return taken;
      },
    });
  };
  // What a follower remembers of the checkpoint holds for as long as that only moves on.
  let follower = following();
  let reached = 0;
  const wait: Drained = { handled: 0, caughtUp: false, position: 0, producedCommands: false, busy: true };

  const drainOnce = async (budgetMs: number): Promise<Drained> => {
    if (redis.status !== 'ready') return wait;
    const reconciled = await reconcile({ pool, worker, of: key, types, rows });
    if (reconciled === 'busy') return wait;
    const { position = 0 } = (await rows.state()) ?? {};
    if (reconciled === 'changed' || position < reached) follower = following();
    const drained = await follower.drain(budgetMs);
    reached = Math.max(position, drained.handled > 0 ? drained.position : 0);
    return drained;
  };
  // One at a time: a step remembers the rows that it loaded until it saves them.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ...about,
    drain(budgetMs) {
      const mine = turn.then(() => drainOnce(budgetMs));
      turn = mine.catch(() => undefined); // whoever asked for it hears of it
      return mine;
    },
  };
};
