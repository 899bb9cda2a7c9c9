import type { Actor } from '@waybill/event-store';
import type { Process } from '../../define/process.ts';
import type { Instance, RefusedCommand } from '../instance.ts';

/**
 * Waiting in time, late, in trouble (a command was refused without an answer, or set aside; or it is parked), ended by
 * itself, or cancelled by a person.
 */
export const PROCESS_STATUSES = ['WAITING', 'LATE', 'TROUBLED', 'ENDED', 'CANCELLED'] as const;
export type ProcessStatus = (typeof PROCESS_STATUSES)[number];

export interface ListedWait {
  readonly name: string;
  /** For people, after "waits for". */
  readonly for: string;
  readonly since: Date;
  readonly dueAt: Date;
  readonly lateAt: Date | null;
}

export interface ListedTimer {
  readonly name: string;
  readonly dueAt: Date;
  readonly setAt: Date;
}

/** A command on its way. */
export interface ListedCommand {
  readonly commandId: string;
  readonly type: string;
  readonly stream: string;
  readonly attempts: number;
  readonly lastError: string | null;
  /** Null where it is set aside. */
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

/** One instance of a process, as a person watches it. */
export interface ProcessInstance {
  /** Its place in the list: the newest has the largest. */
  readonly number: number;
  readonly process: string;
  readonly instance: string;
  readonly status: ProcessStatus;
  readonly state: unknown;
  /** Of the last event that it took. */
  readonly position: number;
  readonly waits: readonly ListedWait[];
  readonly timers: readonly ListedTimer[];
  readonly commands: readonly ListedCommand[];
  readonly refused: readonly RefusedCommand[];
  /** Why it could not take an event, which waits, with those after it; null where it could. */
  readonly parkError: string | null;
  /** The positions of the events that wait. */
  readonly parked: readonly number[];
  readonly lastError: string | null;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: Actor | null;
  readonly cancelReason: string | null;
}

const SET_ASIDE = `(i.process, i.instance) in (select process, instance from es.outbox where next_attempt_at = 'infinity')`;
const TROUBLED = `(i.refused <> '[]' or i.park_error is not null or ${SET_ASIDE})`;

/** The condition of each status, of an instance `i`; each instance has one. */
export const statusIs: Readonly<Record<ProcessStatus, string>> = {
  CANCELLED: 'i.cancelled_at is not null',
  TROUBLED: `i.cancelled_at is null and ${TROUBLED}`,
  LATE: `i.late_at is not null and i.cancelled_at is null and not ${TROUBLED}`,
  ENDED: `i.waits = '{}' and i.judged is not distinct from i.position and i.cancelled_at is null and not ${TROUBLED}`,
  WAITING: `(i.waits <> '{}' or i.judged is distinct from i.position) and i.late_at is null and i.cancelled_at is null
    and not ${TROUBLED}`,
};

/** The columns of an instance `i`, with its timers and the commands that are on their way. */
export const INSTANCE = `
  i.id as number, i.process, i.instance, i.state, i.position, i.waits, i.refused, i.park_error as "parkError", i.parked::float8[] as parked,
  case ${PROCESS_STATUSES.map((status) => `when ${statusIs[status]} then '${status}'`).join(' ')} end as status,
  i.started_at as "startedAt", i.updated_at as "updatedAt",
  i.cancelled_at as "cancelledAt", i.cancelled_by as "cancelledBy", i.cancel_reason as "cancelReason",
  (select coalesce(json_agg(json_build_object('name', t.name, 'dueAt', t.due_at, 'setAt', t.created_at) order by t.due_at), '[]')
     from es.timers t where t.process = i.process and t.instance = i.instance) as timers,
  (select coalesce(json_agg(json_build_object('commandId', o.command_id, 'type', o.command ->> 'type',
     'stream', o.target_stream, 'attempts', o.attempts, 'lastError', o.last_error, 'createdAt', o.created_at,
     'nextAttemptAt', case when o.next_attempt_at < 'infinity' then o.next_attempt_at end) order by o.id), '[]')
     from es.outbox o where o.process = i.process and o.instance = i.instance) as commands`;

type Json<T> = { readonly [K in keyof T]: Date extends T[K] ? string | Extract<T[K], null> : T[K] };

export interface InstanceRow extends Omit<ProcessInstance, 'waits' | 'timers' | 'commands' | 'lastError'> {
  readonly waits: Instance['waits'];
  readonly timers: readonly Json<ListedTimer>[];
  readonly commands: readonly Json<ListedCommand>[];
}

const instant = (text: string) => new Date(text);
const instantOrNull = (text: string | null) => (text === null ? null : new Date(text));

/** A row as people are shown it; `process`: undefined where this program does not know it any more. */
export const listed = (row: InstanceRow, process: Pick<Process, 'waits'> | undefined): ProcessInstance => {
  const commands = row.commands.map((command) => ({
    ...command,
    nextAttemptAt: instantOrNull(command.nextAttemptAt),
    createdAt: instant(command.createdAt),
  }));
  return {
    ...row,
    waits: Object.entries(row.waits).map(([name, { since, dueAt, lateAt }]) => ({
      name,
      for: process?.waits[name]?.for ?? name,
      since: instant(since),
      dueAt: instant(dueAt),
      lateAt: instantOrNull(lateAt),
    })),
    timers: row.timers.map(({ name, dueAt, setAt }) => ({ name, dueAt: instant(dueAt), setAt: instant(setAt) })),
    commands,
    lastError:
      row.parkError ??
      row.refused.at(-1)?.reason ??
      commands.find(({ lastError }) => lastError !== null)?.lastError ??
      null,
  };
};
