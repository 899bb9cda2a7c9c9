import { createHash } from 'node:crypto';
import { type Actor, isLostConnection } from '@waybill/event-store';
import { grouped } from '@waybill/kernel';
import type { Pool } from 'pg';
import type { CommandOutcome, CommandRequest, Sender } from '../command/request.ts';
import { derived, onlyKey, takeTurn } from './checkpoint.ts';
import type { Consumer, Drained } from './consumer.ts';
import { drainSteps } from './drain-steps.ts';

/** A process's command as it waits in the outbox. */
export interface OutboxCommand {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly actor: Actor;
  /** ISO 8601 UTC: when its cause happened in the business. */
  readonly occurredAt: string;
}

/** Lanes share the work between workers; commands for one stream always take the same one. */
export const LANES = 4;
export const laneOf = (streamId: string): number => createHash('md5').update(streamId).digest().readUInt16BE() % LANES;

interface Waiting {
  readonly id: number;
  readonly target_stream: string;
  readonly command_id: string;
  readonly command: OutboxCommand;
  readonly attempts: number;
  /** Null where older code put it here. */
  readonly sent_by: Sender | null;
}

export interface OutboxPorts {
  readonly pool: Pool;
  readonly worker: string;
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  /** A process's command was refused, or failed and will be tried again. */
  readonly onTrouble: (trouble: {
    readonly command: string;
    readonly id: string;
    readonly problem: string;
    readonly attempts: number;
  }) => void;
  readonly patience?: OutboxPatience;
}

/** How often a command is tried until it is set aside for a person. */
export interface OutboxPatience {
  /** Where it fails (about two minutes). */
  readonly failures: number;
  /** Where its aggregate answers "not yet" (about an hour). */
  readonly deferrals: number;
}
const PATIENCE: OutboxPatience = { failures: 30, deferrals: 720 };

const BATCH = 128;
/** Milliseconds until the next try. */
const backoff = (attempts: number) => Math.min(10 * 2 ** attempts, 5_000);

/**
 * Commands of one process for one stream stay in order. Those of different processes do not wait for each other: the first
 * may be waiting for what the second brings.
 */
const queueOf = ({ target_stream, command }: Waiting): string => `${command.actor.id} ${target_stream}`;
const queueIn = (row: string): string => `(${row}.command -> 'actor' ->> 'id') || ' ' || ${row}.target_stream`;

/**
 * Sends one lane's commands, queue by queue in the order they were wished for. A row leaves only with an outcome. What
 * keeps failing is set aside: it holds back the later ones of its queue, and no others.
 */
export const outboxConsumer = (ports: OutboxPorts, lane: number): Consumer => {
  const { pool, worker, execute, onTrouble, patience = PATIENCE } = ports;
  const name = `outbox:${lane}`;
  const key = onlyKey(name);

  const later = (attempts: number, most: number, error: string) => ({
    error,
    wait: attempts + 1 >= most ? null : backoff(attempts),
  });

  /** `wait`: milliseconds until the next try; null: it is set aside. */
  const send = async (waiting: Waiting): Promise<'done' | { readonly error: string; readonly wait: number | null }> => {
    const { command, command_id: commandId, attempts, sent_by: sentBy } = waiting;
    const report = (problem: string) => onTrouble({ command: command.type, id: commandId, problem, attempts });
    try {
      const outcome = await execute({
        ...command,
        occurredAt: new Date(command.occurredAt),
        commandId,
        patience: 0,
        ...(sentBy ? { sentBy } : {}),
      });
      if (outcome.status === 'accepted') return 'done';
      if (outcome.refusal.code === 'NotReadyYet') return later(attempts, patience.deferrals, outcome.refusal.message);
      report(`${outcome.refusal.code}: ${outcome.refusal.message}`);
      return 'done';
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      report(problem);
      // Not the command's fault: it is tried for as long as it takes.
      return later(attempts, isLostConnection(error) ? Number.POSITIVE_INFINITY : patience.failures, problem);
    }
  };

  const step = async (): Promise<Drained> => {
    const { rows } = await pool.query<Waiting>({
      name: 'outbox-waiting',
      // A command that waits for its next try is the first of its queue that is left: it holds back the others, and only
      // those. Asked once per step, not once per row: with a long backlog the plan would otherwise be quadratic.
      text: `select o.id, o.target_stream, o.command_id, o.command, o.attempts,
               case when o.instance is not null then json_build_object('process', o.process, 'instance', o.instance,
                 'inputId', o.input_id, 'index', o.input_index, 'attempt', o.attempt) end as sent_by
             from es.outbox o
             where o.lane = $1 and o.next_attempt_at <= now() and ${queueIn('o')} <> all (array(
               select ${queueIn('held')} from es.outbox held
               where held.lane = $1 and held.attempts > 0 and held.next_attempt_at > now()
             ))
             order by o.id limit ${BATCH}`,
      values: [lane],
    });
    if (rows.length === 0) return { handled: 0, caughtUp: true, position: 0, producedCommands: false, busy: false };
    const { mine } = await takeTurn(pool, key, worker, async () => 0);
    if (!mine) return { handled: 0, caughtUp: false, position: 0, producedCommands: false, busy: true };

    const done: number[] = [];
    const again: { id: number; error: string; wait: number | null }[] = [];
    const sendInOrder = async (queue: readonly Waiting[]) => {
      for (const waiting of queue) {
        const sent = await send(waiting);
        if (sent !== 'done') return void again.push({ id: waiting.id, ...sent });
        done.push(waiting.id);
      }
    };
    await Promise.all([...grouped(rows, queueOf).values()].map(sendInOrder));
    await pool.query({
      name: 'outbox-outcome',
      text: `with ${derived}, done as (delete from es.outbox using derived where id = any($1::bigint[]))
             update es.outbox o
             set attempts = attempts + 1, last_error = l.error, 
                 next_attempt_at = coalesce(now() + make_interval(secs => l.wait / 1000.0), 'infinity')
             from jsonb_to_recordset($2::jsonb) as l (id bigint, error text, wait double precision) where o.id = l.id`,
      values: [done, JSON.stringify(again)],
    });
    const caughtUp = rows.length < BATCH && again.length === 0;
    return { handled: done.length, caughtUp, position: 0, producedCommands: false, busy: false };
  };

  return {
    name,
    kind: 'outbox',
    types: [],
    drain: (budgetMs) => drainSteps(step, budgetMs),
  };
};
