/**
 * Periodic work that every worker runs by its own timer. Several workers may run it at the same moment: it must decide in
 * Postgres who of them does what (compare-and-set), so that one too many costs work and never correctness.
 */
export interface Chore {
  /** 'es.ticks' */
  readonly name: string;
  /** Milliseconds between the end of a run and the start of the next. */
  readonly everyMs: number;
  run(): Promise<void>;
}
