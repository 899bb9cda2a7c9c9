import type { Actor } from '@waybill/engine';
import { batched } from './batch.ts';
import type { GraphContext } from './context.ts';

/** `queued`: it waits. `failed`: it was queued and given up, for a fault. `cancelled`: someone took it back in time. */
export type CommandState = 'queued' | 'accepted' | 'rejected' | 'failed' | 'cancelled';

/** How a command that was queued stands in the queue. */
export interface QueueEntry {
  readonly batchId: string | null;
  readonly notBefore: Date;
  readonly priority: number;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly lastError: string | null;
  readonly enqueuedAt: Date;
  readonly finishedAt: Date | null;
}

/** A command as it is stored or queued, without its payload. */
export interface StoredCommand {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly outcome: CommandState;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly actor: Actor;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly issuedAt: Date;
  readonly recordedAt: Date | null;
  readonly firstPosition: number | null;
  readonly position: number | null;
  readonly version: number | null;
  /** Null where it was sent directly; left out where nobody has asked the queue. */
  readonly queue?: QueueEntry | null;
}

export type CommandRow = Omit<StoredCommand, 'queue'> & { [K in keyof QueueEntry]: QueueEntry[K] | null };

const DECIDED = `case when c.outcome = 'rejected' and c.error ->> 'code' = 'CommandCancelled' then 'cancelled' else c.outcome end`;
/** What became of it: what the store says, or how it stands in the queue. Of the rows `c` and `q`. */
export const STATE = `case when c.command_id is null then q.status else ${DECIDED} end`;

/** The columns of a command `c` that the store has; the queue is not asked. */
export const COMMAND = `c.command_id as id, c.type, c.stream_id as stream, ${DECIDED} as outcome, c.error as refusal, c.actor,
  c.correlation_id as "correlationId", c.causation_id as "causationId", c.issued_at as "issuedAt",
  c.recorded_at as "recordedAt", c.first_position as "firstPosition", c.last_position as position, c.version`;

/** Columns of a command: `c` is its row in es.commands, `q` that in es.queued_commands; it has at least one of them. */
export const COMMAND_COLUMNS = `coalesce(c.command_id, q.command_id) as id, coalesce(c.type, q.type) as type,
  coalesce(c.stream_id, q.target_stream) as stream, ${STATE} as outcome, c.error as refusal,
  coalesce(c.actor, q.actor) as actor, c.correlation_id as "correlationId", c.causation_id as "causationId",
  coalesce(q.enqueued_at, c.issued_at) as "issuedAt", c.recorded_at as "recordedAt", c.first_position as "firstPosition",
  c.last_position as position, c.version, q.batch_id as "batchId", q.not_before as "notBefore", q.priority, q.attempts,
  q.next_attempt_at as "nextAttemptAt", q.last_error as "lastError", q.enqueued_at as "enqueuedAt",
  q.finished_at as "finishedAt"`;

/** A row of {@link COMMAND_COLUMNS} as a command. */
export const toCommand = (row: CommandRow): StoredCommand => {
  const { batchId, notBefore, priority, attempts, nextAttemptAt, lastError, enqueuedAt, finishedAt, ...command } = row;
  if (!enqueuedAt || !notBefore) return { ...command, queue: null };
  const entry = { batchId, notBefore, nextAttemptAt, lastError, enqueuedAt, finishedAt };
  return { ...command, queue: { ...entry, priority: priority ?? 0, attempts: attempts ?? 0 } };
};

const SELECT = `
  select ${COMMAND_COLUMNS}
    from unnest($1::uuid[]) as wanted (id)
    left join es.commands c on c.command_id = wanted.id
    left join es.queued_commands q on q.command_id = wanted.id
   where c.command_id is not null or q.command_id is not null`;

/** A command and what became of it, or that it waits. Batched. */
export const commandById = batched<GraphContext, StoredCommand>(async ({ pool }, ids) => {
  const { rows } = await pool.query<CommandRow>(SELECT, [ids]);
  return new Map(rows.map((row) => [row.id, toCommand(row)]));
});
