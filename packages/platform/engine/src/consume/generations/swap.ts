import type { PoolClient } from 'pg';
import type { Recorded } from '../../define/event.ts';
import type { Projection } from '../../define/projection.ts';
import type { ConsumerKey } from '../checkpoint.ts';
import type { FollowPorts } from '../follow.ts';
import { inTransaction } from '../in-transaction.ts';
import { readPark } from '../parking/park.ts';
import { stepParking } from '../parking/step.ts';
import { shardOf } from '../shard-of.ts';
import { openTable } from '../table.ts';
import { compareLate, tablesToCompare, type WholeComparison } from './compare-tables.ts';
import { type Comparison, NAMED, SHOWN } from './comparison.ts';
import { type Generation, tableOf } from './generation.ts';

/** What a comparison of the whole said, as of the position `since`. */
export interface Seen extends WholeComparison {
  readonly since: number;
}

export interface Replaced {
  readonly live: Generation;
  readonly seen: Seen;
}

/** More events than these are not folded while the live rows are held: the rebuild comes closer by itself first. */
const MOST = 1_000;

interface Checkpoint {
  readonly generation: number;
  readonly shard: number;
  readonly position: number;
  readonly epoch: number;
  readonly parks: number;
}

/** Thrown to leave with nothing changed. */
class TooEarly extends Error {}

/** 55P03: somebody else holds it for longer than we wait. */
const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

const LOCK_GENERATIONS = `select generation, status from es.generations
  where projection = $1 and (generation = $2 or status = 'live') order by generation for update`;
const LOCK_CHECKPOINTS = `select c.generation, c.shard, c.position, c.epoch, c.parks from es.checkpoints c
  where c.consumer = $1 and c.generation = any($2) order by c.generation, c.shard for update of c`;

/** Folds what one of the two has not seen yet, so that both are the rows of the same moment. */
const bringTo = async (
  { feed, worker }: FollowPorts,
  client: PoolClient,
  projection: Projection,
  generation: Generation,
  checkpoint: Checkpoint,
  target: number,
): Promise<void> => {
  const { shard, position } = checkpoint;
  if (position >= target) return;
  const types = projection.events.map(({ type }) => type);
  const page = await feed.after(position, types, MOST + 1);
  const events = page.events.filter((event: Recorded) => event.position <= target);
  if (events.length > MOST) throw new TooEarly();
  const last = events.at(-1);
  if (!last) return;
  const key: ConsumerKey = { consumer: projection.name, generation: generation.generation, shard };
  const rows = await openTable(client, key, worker, tableOf(projection, generation));
  const owns = (row: string) => shardOf(row, projection.shards ?? 1) === shard;
  const park = { ...(await readPark(client, key)), parks: checkpoint.parks };
  const move = { ...checkpoint, from: position, to: last.position };
  const taken = await stepParking({ projection, owns, rows }, events, move, park);
  if (!taken.moved) throw new TooEarly();
};

const compare = async (
  client: PoolClient,
  projection: Projection,
  building: Generation,
  { live, seen }: Replaced,
): Promise<Comparison> => {
  const { rows } = await client.query<{ key: string }>(
    `select distinct key from es.dead_letters
     where consumer = $1 and generation in ($2, $3) and resolved_at is null`,
    [projection.name, live.generation, building.generation],
  );
  const parked = rows.map(({ key }) => key);
  const tables = await tablesToCompare(client, tableOf(projection, live), tableOf(projection, building));
  // Where so many keys differed that not all were named, all are looked at once more.
  const since = seen.keys.length === NAMED ? -1 : seen.since;
  const late = await compareLate(client, tables, since, seen.keys, parked);
  const whole = late.keys.length === 0 && seen.keys.length === 0;
  return {
    equal: late.keys.length === 0 && late.before === late.after,
    rowsBefore: late.before,
    rowsAfter: late.after,
    checksumBefore: whole ? seen.before.checksum : null,
    checksumAfter: whole ? seen.after.checksum : null,
    differing: Math.max(late.keys.length, Math.abs(late.after - late.before)),
    keys: late.keys.slice(0, SHOWN),
    parked: parked.length,
  };
};

const BLOCK = `update es.generations set status = 'blocked', comparison = $3::jsonb, finished_at = now()
  where projection = $1 and generation = $2`;
const RETIRE = `update es.generations set status = 'retired', retired_at = now() where projection = $1 and generation = $2`;
/** Whoever still holds the old rows for live finds another park, and its turn taken for good. */
const FENCE = `update es.checkpoints set parks = parks + 1, epoch = epoch + 1, owner = '', owned_until = 'infinity'
  where consumer = $1 and generation = $2`;
const PROMOTE = `update es.generations set status = 'live', comparison = $3::jsonb, finished_at = now(), seen_at = now()
  where projection = $1 and generation = $2`;
const RESOLVE = `update es.dead_letters
  set resolved_at = now(), resolution = 'replayed', reason = $3, resolved_by = '{"kind": "system", "id": "rebuild", "name": "Rebuild"}'
  where consumer = $1 and generation = $2 and resolved_at is null`;

const conclude = async (client: PoolClient, building: Generation, live?: Generation, comparison?: Comparison) => {
  const { projection, generation } = building;
  const report = comparison ? JSON.stringify(comparison) : null;
  if (comparison && !comparison.equal && !building.acceptDifferences) {
    await client.query(BLOCK, [projection, generation, report]);
    await client.query(RESOLVE, [projection, generation, 'The rebuild was blocked']);
    return;
  }
  if (live) {
    await client.query(RETIRE, [projection, live.generation]);
    await client.query(FENCE, [projection, live.generation]);
    await client.query(RESOLVE, [projection, live.generation, 'A rebuild took over']);
  }
  await client.query(PROMOTE, [projection, generation, report]);
};

/**
 * Makes a rebuild the live generation of its version, in one transaction that holds the checkpoints of both: they are brought
 * to the same position, what changed since the comparison of the whole is compared, and the pointer moves. A difference blocks it.
 * True when it is over; false where it is too early, or somebody else is at it.
 */
export const swap = async (
  ports: FollowPorts,
  projection: Projection,
  building: Generation,
  replaced?: Replaced,
): Promise<boolean> => {
  try {
    await inTransaction(ports.pool, async (client) => {
      await client.query(`set local lock_timeout = '2s'`);
      const { rows: found } = await client.query<Pick<Generation, 'generation' | 'status'>>(LOCK_GENERATIONS, [
        projection.name,
        building.generation,
      ]);
      const isStill = (of: Generation) =>
        found.some(({ generation, status }) => generation === of.generation && status === of.status);
      if (!isStill(building) || (replaced && !isStill(replaced.live))) throw new TooEarly();
      const { rows: checkpoints } = await client.query<Checkpoint>(LOCK_CHECKPOINTS, [
        projection.name,
        found.map(({ generation }) => generation),
      ]);
      const target = Math.max(...checkpoints.map(({ position }) => position));
      for (const generation of replaced ? [building, replaced.live] : [building]) {
        for (const checkpoint of checkpoints.filter((one) => one.generation === generation.generation))
          await bringTo(ports, client, projection, generation, checkpoint, target);
      }
      const comparison = replaced && (await compare(client, projection, building, replaced));
      await conclude(client, building, replaced?.live, comparison);
    });
    return true;
  } catch (error) {
    if (error instanceof TooEarly || isLockTimeout(error)) return false;
    throw error;
  }
};
