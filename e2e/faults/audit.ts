import type { Pool } from 'pg';
import type { Acknowledged } from './place-orders.ts';
import type { Watcher } from './watcher.ts';

/** What must be zero, and what it was. */
export interface Audit {
  readonly orders: number;
  readonly events: number;
  /** Acknowledged orders without their command, event or row, and changes that a subscriber did not get. */
  readonly lost: number;
  /** Commands, events or rows that nobody was told of. */
  readonly invented: number;
  /** Effects that happened more than once: events, views' counts, processes' commands, notifications. */
  readonly doubled: number;
  /** Streams with a gap or a repeat, and subscribers that got something in another order. */
  readonly disordered: number;
  /** Commands of processes that never came to an outcome, and events that were put aside. */
  readonly stuck: number;
}

const numbers = async (pool: Pool, text: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await pool.query<{ n: string | number }>(text, values);
  return Number(rows[0]?.n);
};
const texts = async (pool: Pool, text: string): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(text);
  return rows.map(({ id }) => id);
};
const minus = (left: readonly string[], right: readonly string[]): number => {
  const known = new Set(right);
  return new Set(left.filter((id) => !known.has(id))).size;
};
const repeats = (list: readonly unknown[]): number => list.length - new Set(list).size;
const inversions = (list: readonly number[]): number =>
  list.filter((position, index) => index > 0 && position < (list[index - 1] ?? 0)).length;

/** Compares what clients were told with what is there; `watchers` must have followed the log from its beginning. */
export const audit = async (
  pool: Pool,
  acknowledged: readonly Acknowledged[],
  watchers: readonly Watcher[],
): Promise<Audit> => {
  const orderIds = acknowledged.map(({ orderId }) => orderId);
  const commandIds = acknowledged.map(({ commandId }) => commandId);
  const placed = await texts(pool, `select substr(stream_id, 7) as id from es.events where type = 'OrderPlaced'`);
  const commands = await texts(
    pool,
    `select command_id::text as id from es.commands where type = 'PlaceOrder' and outcome = 'accepted'`,
  );
  const rows = await texts(pool, `select id from sales.orders where status <> 'DRAFT'`);
  const board = await texts(pool, 'select id from reporting.order_board');
  const positions = (await texts(pool, 'select position::text as id from es.events order by position')).map(Number);

  const kept = [placed, rows, board];
  const seen = watchers.map((watcher) => watcher.seen.map(({ position }) => position));
  const missed = seen.map((list) => minus(positions.map(String), list.map(String)));
  // What one order's story holds of each kind of event in a stream: more than one of a kind, and something was done twice.
  const told = await numbers(
    pool,
    `select coalesce(sum(n - 1), 0) as n from (
       select count(*) as n from es.events where correlation_id in (
         select correlation_id from es.events where type = 'OrderPlaced'
       ) group by correlation_id, stream_id, type
     ) as story where n > 1`,
  );
  // A view that counts: an event that it took twice, or not at all, shows here for good.
  const counted = await numbers(pool, 'select coalesce(sum(orders), 0) as n from reporting.daily_sales');
  const brokenStreams = await numbers(
    pool,
    `select count(*) as n from (
       select e.stream_id from es.events e join es.streams s using (stream_id)
       group by e.stream_id, s.version having count(*) <> max(e.version) or min(e.version) <> 1 or max(e.version) <> s.version
     ) as broken`,
  );
  const stuck = await numbers(
    pool,
    'select (select count(*) from es.outbox) + (select count(*) from es.dead_letters where resolved_at is null) as n',
  );
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  return {
    orders: acknowledged.length,
    events: positions.length,
    lost:
      minus(commandIds, commands) +
      sum(kept.map((ids) => minus(orderIds, ids))) +
      sum(missed) +
      Math.max(0, placed.length - counted),
    invented: minus(commands, commandIds) + sum(kept.map((ids) => minus(ids, orderIds))),
    doubled: repeats(orderIds) + repeats(placed) + told + Math.max(0, counted - placed.length) + sum(seen.map(repeats)),
    disordered: brokenStreams + sum(seen.map(inversions)) + sum(watchers.map(({ problems }) => problems.length)),
    stuck,
  };
};
