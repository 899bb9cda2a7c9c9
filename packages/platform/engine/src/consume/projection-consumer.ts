import type { Projection } from '../define/projection.ts';
import type { ConsumerKey } from './checkpoint.ts';
import type { Consumer } from './consumer.ts';
import { type FollowPorts, follow } from './follow.ts';
import { readPark } from './parking/park.ts';
import { type NumberedPark, stepParking } from './parking/step.ts';
import type { RowStore } from './row-store.ts';
import { shardOf } from './shard-of.ts';
import { openTable } from './table.ts';

/** 'sales.orders' where it has one shard, else 'sales.orders/2'. */
const nameOf = ({ name, shards = 1 }: Projection, shard: number): string => (shards === 1 ? name : `${name}/${shard}`);

/** One shard of a projection, drained into its rows: a batch costs two statements and one commit, however many events it holds. */
export const projectionConsumer = (ports: FollowPorts, projection: Projection, shard = 0): Consumer => {
  const { shards = 1 } = projection;
  const key: ConsumerKey = { consumer: projection.name, generation: 1, shard };
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
    batch: 500,
    start: async () => 0,
    async take(events, move) {
      store ??= openTable(ports.pool, key, ports.worker, projection.table);
      if (park?.parks !== move.parks) park = { ...(await readPark(ports.pool, key)), parks: move.parks };
      const taken = await stepParking({ projection, owns, rows: await store }, events, move, park);
      if (taken.moved) park = taken.park;
      return taken;
    },
  });
};
