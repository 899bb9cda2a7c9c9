import type { Pool } from 'pg';

/** A worker keeps its turn this long after its last step; then any other may go on. Milliseconds. */
export const TURN = 400;

/** What has a checkpoint of its own: one shard of one generation of a consumer. Most have one of each. */
export interface ConsumerKey {
  readonly consumer: string;
  readonly generation: number;
  readonly shard: number;
}

/** The key of a consumer that has neither generations nor shards. */
export const onlyKey = (consumer: string): ConsumerKey => ({ consumer, generation: 1, shard: 0 });

export interface Checkpoint {
  readonly position: number;
  /**
   * Raised whenever another worker takes over. A store outside of Postgres must reject writes of an older epoch than it
   * has seen: their worker was taken for dead.
   */
  readonly epoch: number;
  /** Raised with every change of what is parked: a park that was read before holds no longer. */
  readonly parks: number;
  /** False while another worker has its turn. */
  readonly mine: boolean;
}

/** A move of the checkpoint, as every write of a consumer's results asks for it. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly epoch: number;
  readonly parks: number;
}

/**
 * Commits without waiting for the disk. Safe for whatever is derived from the log: rows and checkpoint are lost together
 * in a crash of the server, and are derived again (a command that left the outbox meets its stored outcome).
 * Events and commands never take this way. Must be named in a `from`, or it is not run.
 */
export const derived = `derived as materialized (select set_config('synchronous_commit', 'off', true))`;

/** The answer where there is no checkpoint, and none is to be made. */
const gone: Checkpoint = { position: 0, epoch: 0, parks: 0, mine: false };

/**
 * Reads a consumer's checkpoint, makes it where there is none, and takes the turn where nobody has it.
 * `start`: where a new consumer begins; undefined: nowhere, whoever had this checkpoint is no more.
 */
export const takeTurn = async (
  pool: Pool,
  key: ConsumerKey,
  worker: string,
  start: () => Promise<number | undefined>,
): Promise<Checkpoint> => {
  const { consumer, generation, shard } = key;
  const { rows } = await pool.query<Checkpoint>({
    name: 'checkpoint-turn',
    text: `with ${derived}, turn as (
             update es.checkpoints
             set owner = $4, owned_until = now() + interval '${TURN} milliseconds',
                 epoch = epoch + (owner is distinct from $4)::integer
             from derived
             where consumer = $1 and generation = $2 and shard = $3 and (owner = $4 or owned_until < now())
             returning position, epoch, parks
           )
           select position, epoch, parks, true as mine from turn
           union all
           select position, epoch, parks, false from es.checkpoints where consumer = $1 and generation = $2 and shard = $3
           limit 1`,
    values: [consumer, generation, shard, worker],
  });
  const found = rows[0];
  if (found) return found;
  const first = await start();
  if (first === undefined) return gone;
  await pool.query(
    `insert into es.checkpoints (consumer, generation, shard, position) values ($1, $2, $3, $4)
     on conflict (consumer, generation, shard) do nothing`,
    [consumer, generation, shard, first],
  );
  return takeTurn(pool, key, worker, start);
};

/** Gives the turn up before its time: another worker may go on at once. */
export const releaseTurn = async (pool: Pool, key: ConsumerKey, worker: string): Promise<void> => {
  await pool.query(
    `update es.checkpoints set owned_until = '-infinity'
     where consumer = $1 and generation = $2 and shard = $3 and owner = $4`,
    [key.consumer, key.generation, key.shard, worker],
  );
};

const moving = (and = '', change = ''): string => `${derived}, mine as (
  update es.checkpoints
  set position = $5, updated_at = now(), owner = $6, owned_until = now() + interval '${TURN} milliseconds',
      epoch = epoch + (owner is distinct from $6)::integer${change}
  from derived
  where consumer = $1 and generation = $2 and shard = $3 and position = $4${and}
  returning 1
)`;

/**
 * The head of every statement that writes a consumer's results: moves the checkpoint from `$4` to `$5`, or nothing.
 * Whatever follows must ask `exists (select from mine)`. Because rows change only together with the checkpoint, rows that
 * were read before a successful move are the rows as of `$4`: each event counts exactly once, whoever else is at work.
 * Its values are {@link moveValues}; the statement's own begin at `$7`.
 */
export const moveCheckpoint = moving();

/**
 * The same for a consumer that parks: nothing is moved where the park is not the one of `$7` any more. `$8`: what the
 * statement itself parks anew. Its own values begin at `$9`.
 */
export const moveCheckpointAsParked = moving(' and parks = $7::bigint', ', parks = parks + $8::integer');

/** The values `$1` to `$6` of {@link moveCheckpoint}. */
export const moveValues = (key: ConsumerKey, { from, to }: Pick<Move, 'from' | 'to'>, worker: string): unknown[] => [
  key.consumer,
  key.generation,
  key.shard,
  from,
  to,
  worker,
];
