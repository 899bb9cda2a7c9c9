/** Something that an instance waits for. Instants are ISO 8601, UTC. */
export interface Waiting {
  readonly since: string;
  readonly dueAt: string;
  /** When it was seen to be late; null while it is in time. */
  readonly lateAt: string | null;
}

/** A command of an instance that was refused, and that it had no answer to. */
export interface RefusedCommand {
  readonly commandId: string;
  readonly command: string;
  readonly code: string;
  readonly reason: string;
  readonly at: string;
  /** What its id was derived from. */
  readonly inputId: string;
  readonly index: number;
  readonly attempt: number;
}

/** One instance of a process, as it stands. */
export interface Instance {
  readonly state: unknown;
  /** By name; empty: it has ended. */
  readonly waits: Readonly<Record<string, Waiting>>;
  readonly refused: readonly RefusedCommand[];
  /** Nothing is reacted to any more. */
  readonly cancelled: boolean;
  /** Why it is parked: its reaction threw. Null where it is not. */
  readonly parkError: string | null;
  /** While it is parked: the positions of the events that wait, in order. */
  readonly parked: readonly number[];
}

const earliest = (instants: readonly string[]): string | null => [...instants].sort()[0] ?? null;

/** Its next deadline; null where there is none that was not missed yet. */
export const dueAt = ({ waits }: Pick<Instance, 'waits'>): string | null =>
  earliest(Object.values(waits).flatMap((wait) => (wait.lateAt === null ? [wait.dueAt] : [])));

/** Since when it has been late; null while it is not. */
export const lateAt = ({ waits }: Pick<Instance, 'waits'>): string | null =>
  earliest(Object.values(waits).flatMap((wait) => wait.lateAt ?? []));
