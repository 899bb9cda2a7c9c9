import type { Projection } from '../define/projection.ts';
import type { ConsumerKey } from './checkpoint.ts';
import type { Consumer, Drained } from './consumer.ts';
import { type FollowPorts, follow } from './follow.ts';
import { rebuildFinisher } from './generations/finish-rebuild.ts';
import { type Generation, tableOf } from './generations/generation.ts';
import type { Generations, Own } from './generations/known-generations.ts';
import { readPark } from './parking/park.ts';
import { type NumberedPark, stepParking } from './parking/step.ts';
import type { RowStore } from './row-store.ts';
import { shardOf } from './shard-of.ts';
import { openTable } from './table.ts';

export interface ProjectionPorts extends FollowPorts {
  readonly generations: Generations;
  /** A rebuild could not go on; it is tried again in a while, and the live rows are kept fresh meanwhile. */
  readonly onRebuildFailed: (failure: {
    readonly rebuild: string;
    readonly generation: number;
    readonly problem: string;
  }) => void;
}

/** Of a batch that is folded into live rows, and of one that fills rows beside them. */
const BATCH = 500;
const REBUILD_BATCH = 2_000;
/** Milliseconds until a rebuild that failed is tried again. */
const RECOVERY = 5_000;

/** 'sales.orders' where it has one shard, else 'sales.orders/2'. */
const nameOf = ({ name, shards = 1 }: Projection, shard: number): string => (shards === 1 ? name : `${name}/${shard}`);

/** One shard of one generation, drained into its rows: a batch costs two statements and one commit, however many events it holds. */
const generationConsumer = (
  ports: FollowPorts,
  projection: Projection,
  generation: Generation,
  shard: number,
): Consumer => {
  const { shards = 1 } = projection;
  const key: ConsumerKey = { consumer: projection.name, generation: generation.generation, shard };
  const owns = (row: string) => shardOf(row, shards) === shard;
  let store: Promise<RowStore> | undefined;
  // The park as it was read when it had this number.
  let park: NumberedPark | undefined;
  return follow(ports, {
    name: nameOf(projection, shard),
    topic: projection.name,
    key,
    kind: 'projection',
    freshness: projection.freshness,
    types: projection.events.map(({ type }) => type),
    batch: generation.status === 'building' ? REBUILD_BATCH : BATCH,
    // A generation is born with its checkpoints: one that has none any more is dropped.
    start: async () => undefined,
    async take(events, move) {
      store ??= openTable(ports.pool, key, ports.worker, tableOf(projection, generation));
      if (park?.parks !== move.parks) park = { ...(await readPark(ports.pool, key)), parks: move.parks };
      const taken = await stepParking({ projection, owns, rows: await store }, events, move, park);
      if (taken.moved) park = taken.park;
      return taken;
    },
  });
};

/**
 * One shard of a projection. It keeps the live rows fresh, and in between fills the generation that is to take their place,
 * a batch at a time, so that nobody waits for a rebuild longer than for one of its batches.
 */
export const projectionConsumer = (ports: ProjectionPorts, projection: Projection, shard = 0): Consumer => {
  const { generations, onRebuildFailed } = ports;
  const name = nameOf(projection, shard);
  const finish = rebuildFinisher(ports, projection);
  let followers = new Map<string, Consumer>();
  let rebuildAfter = 0;
  const followerOf = (generation: Generation): Consumer => {
    const id = `${generation.generation} ${generation.status}`;
    const follower = followers.get(id) ?? generationConsumer(ports, projection, generation, shard);
    followers.set(id, follower);
    return follower;
  };

  /** A batch of the rebuild, or what follows the last one. Undefined: nothing can be done now. */
  const build = async ({ live, building }: Own): Promise<Drained | undefined> => {
    if (!building || performance.now() < rebuildAfter) return undefined;
    try {
      const step = await followerOf(building).drain(0);
      if (step.busy) return undefined;
      if (!step.caughtUp) return step;
      if (await finish(building, live)) {
        followers = new Map();
        await generations.anew(projection);
      }
      return { ...step, caughtUp: false };
    } catch (error) {
      rebuildAfter = performance.now() + RECOVERY;
      const problem = error instanceof Error ? error.message : String(error);
      onRebuildFailed({ rebuild: name, generation: building.generation, problem });
      return undefined;
    }
  };

  return {
    name,
    topic: projection.name,
    shard,
    kind: 'projection',
    freshness: projection.freshness,
    types: projection.events.map(({ type }) => type),
    async drain(budgetMs) {
      const until = performance.now() + budgetMs;
      const idle = { handled: 0, caughtUp: true, position: 0, producedCommands: false, busy: false };
      let handled = 0;
      for (;;) {
        const own = await generations.of(projection);
        const fresh = own.live ? await followerOf(own.live).drain(Math.max(until - performance.now(), 0)) : idle;
        const built = fresh.caughtUp || fresh.busy ? await build(own) : undefined;
        handled += fresh.handled + (built?.handled ?? 0);
        const stays = !built || built.handled === 0;
        if (stays || performance.now() >= until)
          return { ...fresh, handled, caughtUp: fresh.caughtUp && !built, busy: fresh.busy && !built };
      }
    },
  };
};
