import { type Clock, derivedId } from '@waybill/kernel';
import type { Pool, PoolClient } from 'pg';
import type { Chore } from '../consume/chore.ts';
import type { Process } from '../define/process.ts';
import type { Registry } from '../registry.ts';
import { dueAt, lateAt } from './instance.ts';
import { type Input, judge } from './react.ts';
import { type KnownInstance, type Reactions, reactToBatch } from './react-batch.ts';
import { readInstances } from './read-instances.ts';
import { reactionValues, storeReactions } from './store-reactions.ts';
import { withProcess } from './with-process.ts';

/** So many at once; the rest comes right after. */
const BATCH = 200;

interface Due {
  readonly instance: string;
  readonly name: string;
  readonly due_at: Date;
  readonly set_by: string;
}

type Inputs = readonly { readonly instance: string; readonly input: Input }[];

/** Takes the timers that are due; no other transaction sees them again once this one has committed. */
const takeTimers = async (client: PoolClient, process: Process, now: Date): Promise<Inputs> => {
  const { rows } = await client.query<Due>(
    `with due as (
       select t.ctid from es.timers t
       where t.process = $1 and t.due_at <= $2 and not exists (
         select from es.process_instances i
         where i.process = $1 and i.instance = t.instance and i.park_error is not null
       )
       order by t.due_at limit ${BATCH} for update skip locked
     )
     delete from es.timers t using due where t.ctid = due.ctid
     returning t.instance, t.name, t.due_at, t.set_by`,
    [process.name, now],
  );
  return rows
    .sort((a, b) => a.due_at.getTime() - b.due_at.getTime())
    .map(({ instance, name, due_at: dueAt, set_by }) => {
      const id = derivedId('timer', process.name, instance, name, set_by, dueAt.toISOString());
      return { instance, input: { kind: 'timer', timer: { id, instance, name, dueAt, firedAt: now } } };
    });
};

const missedDeadlines = (process: Process, known: ReadonlyMap<string, KnownInstance>, now: Date): Inputs =>
  [...known].flatMap(([instance, { waits }]) =>
    Object.entries(waits)
      .filter(([, wait]) => wait.lateAt === null && new Date(wait.dueAt) <= now)
      .map(([name, wait]) => {
        const id = derivedId('deadline', process.name, instance, name, wait.since);
        const timer = { id, instance, name, dueAt: new Date(wait.dueAt), firedAt: now };
        return { instance, input: { kind: 'deadline' as const, timer } };
      }),
  );

const lateInstances = async (client: PoolClient, process: Process, now: Date) => {
  const { rows } = await client.query<{ instance: string }>(
    `select instance from es.process_instances where process = $1 and due_at <= $2 and park_error is null
     order by due_at limit $3`,
    [process.name, now, BATCH],
  );
  return rows.map(({ instance }) => instance);
};

/** States that older code wrote get their waits, with deadlines counted from now: so that nothing of it can hang. */
const judgeOlder = async (client: PoolClient, process: Process, now: Date): Promise<number> => {
  const { rows } = await client.query<{ instance: string }>(
    'select instance from es.process_instances where process = $1 and judged is distinct from position limit $2',
    [process.name, BATCH],
  );
  const known = await readInstances(
    client,
    process.name,
    rows.map(({ instance }) => instance),
    { causes: false },
  );
  const judged = [...known].map(([instance, it]) => {
    const after = it.cancelled ? it : { ...it, waits: judge(process, it.state, it.waits, now) };
    return { instance, waits: after.waits, due_at: dueAt(after), late_at: lateAt(after) };
  });
  await client.query(
    `update es.process_instances p set judged = p.position, waits = j.waits, due_at = j.due_at, late_at = j.late_at
     from jsonb_to_recordset($2::jsonb) as j (instance text, waits jsonb, due_at timestamptz, late_at timestamptz)
     where p.process = $1 and p.instance = j.instance`,
    [process.name, JSON.stringify(judged)],
  );
  return judged.length;
};

/** Stores reactions in a transaction that holds the process. */
export const storeIn = async (
  client: PoolClient,
  process: Process,
  registry: Pick<Registry, 'handler'>,
  reactions: Reactions,
): Promise<void> => {
  await client.query(`with mine as (select 1), ${storeReactions(2)} select 1`, [
    process.name,
    ...reactionValues(process, registry, reactions),
  ]);
};

export interface TimerPorts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly registry: Pick<Registry, 'handler'>;
}

/** Fires what is due of one process, once in effect whoever else does so too. Answers how much there was. */
const fireFor = async ({ pool, clock, registry }: TimerPorts, process: Process): Promise<number> => {
  const fired = await withProcess(pool, process.name, async (client) => {
    const now = clock.now();
    const older = await judgeOlder(client, process, now);
    const timers = await takeTimers(client, process, now);
    const late = await lateInstances(client, process, now);
    const concerned = [...new Set([...late, ...timers.map(({ instance }) => instance)])];
    const known = await readInstances(client, process.name, concerned, { causes: true });
    const inputs = [...timers, ...missedDeadlines(process, known, now)];
    await storeIn(client, process, registry, reactToBatch(process, known, inputs));
    return older + inputs.length;
  });
  return fired ?? 0;
};

/** Fires the timers and deadlines that are due, process by process. */
const fireTimers = async (ports: TimerPorts, processes: readonly Process[]): Promise<void> => {
  const { rows } = await ports.pool.query<{ process: string }>({
    name: 'processes-due',
    text: `select distinct process from es.timers where due_at <= $1
           union select distinct process from es.process_instances where due_at <= $1 and park_error is null
           union select name from unnest($2::text[]) as name where exists (
             select from es.process_instances i where i.process = name and i.judged is distinct from i.position
           )`,
    values: [ports.clock.now(), processes.map(({ name }) => name)],
  });
  const due = new Set(rows.map(({ process }) => process));
  for (const process of processes) {
    if (!due.has(process.name)) continue;
    while ((await fireFor(ports, process)) >= BATCH);
  }
};

/** Timers and deadlines are looked at twice a second. */
export const timersChore = (ports: TimerPorts, processes: readonly Process[]): Chore => ({
  name: 'es.timers',
  everyMs: 500,
  run: () => fireTimers(ports, processes),
});
