import type { Actor } from '@waybill/event-store';
import { isLostConnection } from '@waybill/event-store';
import { grouped } from '@waybill/kernel';
import type { Pool } from 'pg';
import type { CommandOutcome, CommandRequest } from '../command/request.ts';
import { derived, onlyKey, takeTurn } from '../consume/checkpoint.ts';
import type { Consumer, Drained } from '../consume/consumer.ts';
import { drainSteps } from '../consume/drain-steps.ts';
import type { QueueStatus } from './queued-command.ts';
import { CommandCancelled } from './refusals.ts';
import type { RequestSealer } from './seal-request.ts';
import { sideBySide } from './side-by-side.ts';

export interface QueuePorts {
  readonly pool: Pool;
  readonly worker: string;
  readonly sealer: RequestSealer;
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  /** False for a command of newer code. */
  readonly knows: (type: string) => boolean;
  /** A command failed, and is tried again or given up. */
  readonly onTrouble: (trouble: {
    readonly command: string;
    readonly id: string;
    readonly problem: string;
    readonly attempts: number;
  }) => void;
}

interface Waiting {
  readonly id: number;
  readonly command_id: string;
  readonly type: string;
  readonly target_stream: string;
  readonly actor: Actor;
  readonly attempts: number;
  readonly request: Buffer;
  readonly key_id: string | null;
}

/** What a try came to: an end, or another try in `wait` milliseconds. */
type Tried =
  | { readonly status: Exclude<QueueStatus, 'queued'>; readonly error: string | null }
  | { readonly wait: number; readonly error: string; readonly counts: boolean };

const BATCH = 128;
/** Streams of a lane that are worked on at the same moment. */
const TOGETHER = 16;
/** Tries of a command that fails, over some 6 s; then a person decides. */
export const TRIES_OF_FAILING = 6;
/** Tries of a command that comes too early, over some 20 min; then it is refused as such. */
const TRIES_OF_EARLY = 30;
/** Milliseconds until the next try: 50, 150, 450 … 60,000. */
const backoff = (attempts: number) => Math.min(50 * 3 ** attempts, 60_000);
/** Until someone with newer code may have come by, in milliseconds. */
const LEFT_TO_OTHERS = 1_000;

/** One lane of the queue, drained: stream by stream in order. A row's outcome is that of the command store. */
export const commandQueue = (ports: QueuePorts, lane: number): Consumer => {
  const { pool, worker, sealer, execute, knows, onTrouble } = ports;
  const name = `commands:${lane}`;
  const key = onlyKey(name);

  const attempt = async (waiting: Waiting): Promise<Tried> => {
    const { command_id: commandId, type, actor, request: sealed, key_id: keyId } = waiting;
    if (!knows(type)) return { wait: LEFT_TO_OTHERS, error: 'It waits for a worker of newer code', counts: false };
    const kept = await sealer.open(commandId, { sealed, keyId });
    if (!kept) return { status: 'failed', error: 'The person it is about was forgotten: it can be read no more.' };
    const { occurredAt, ...request } = kept;
    const outcome = await execute({
      ...request,
      type,
      actor,
      commandId,
      ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) }),
      patience: 0,
    });
    if (outcome.status === 'accepted') return { status: 'accepted', error: null };
    const { code, message } = outcome.refusal;
    if (code === 'NotReadyYet' && waiting.attempts + 1 < TRIES_OF_EARLY)
      return { wait: backoff(waiting.attempts), error: message, counts: true };
    return { status: code === CommandCancelled.code ? 'cancelled' : 'rejected', error: message };
  };

  const run = async (waiting: Waiting): Promise<Tried> => {
    try {
      return await attempt(waiting);
    } catch (error) {
      // Not the command's fault: the whole step comes again when the database is back.
      if (isLostConnection(error)) throw error;
      const attempts = waiting.attempts + 1;
      const problem = error instanceof Error ? error.message : String(error);
      onTrouble({ command: waiting.type, id: waiting.command_id, problem, attempts });
      if (attempts >= TRIES_OF_FAILING) return { status: 'failed', error: problem };
      return { wait: backoff(waiting.attempts), error: problem, counts: true };
    }
  };

  /** In order; a command that has to wait holds back those behind it. */
  const runStream = async (stream: readonly Waiting[]) => {
    const tried: (Tried & { readonly id: number })[] = [];
    for (const waiting of stream) {
      const one = await run(waiting);
      tried.push({ id: waiting.id, ...one });
      if ('wait' in one) break;
    }
    return tried;
  };

  const step = async (): Promise<Drained> => {
    const idle = { handled: 0, position: 0, producedCommands: false };
    const { rows } = await pool.query<Waiting>({
      name: 'queued-waiting',
      // Who waits for another try holds back its stream, and only that. Asked once per step, not once per row.
      text: `select q.id, q.command_id, q.type, q.target_stream, q.actor, q.attempts, q.request, q.key_id
             from es.queued_commands q
             where q.lane = $1 and q.status = 'queued' and q.not_before <= now()
               and q.target_stream <> all (array(
                 select held.target_stream from es.queued_commands held
                 where held.lane = $1 and held.status = 'queued' and held.next_attempt_at > now()
               ))
             order by q.priority desc, q.not_before, q.id limit ${BATCH}`,
      values: [lane],
    });
    if (rows.length === 0) return { ...idle, caughtUp: true, busy: false };
    const { mine } = await takeTurn(pool, key, worker, async () => 0);
    if (!mine) return { ...idle, caughtUp: false, busy: true };

    const streams = grouped(rows, (row) => row.target_stream);
    const tried = (await sideBySide([...streams.values()], TOGETHER, runStream)).flat();
    await pool.query({
      name: 'queued-outcome',
      // A person may have cancelled one of them meanwhile: what is at its end stays so.
      text: `with ${derived}
             update es.queued_commands q
             set status = coalesce(t.status, 'queued'), last_error = t.error,
                 attempts = attempts + coalesce(t.counts, true)::integer,
                 next_attempt_at = now() + make_interval(secs => t.wait / 1000.0),
                 finished_at = case when t.status is not null then now() end,
                 request = case when t.status is null or t.status = 'failed' then q.request end
             from jsonb_to_recordset($1::jsonb) as t (id bigint, status text, error text, wait double precision, counts boolean),
                  derived
             where q.id = t.id and q.status = 'queued'`,
      values: [JSON.stringify(tried)],
    });
    const waits = tried.filter((one) => 'wait' in one).length;
    const caughtUp = rows.length < BATCH && waits === 0;
    return { ...idle, handled: tried.length - waits, caughtUp, busy: false };
  };

  return {
    name,
    kind: 'queue',
    types: [],
    drain: (budgetMs) => drainSteps(step, budgetMs),
  };
};
