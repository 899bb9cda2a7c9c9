import type { EventDefinition, EventOf, Recorded } from './event.ts';

/** What counters are made of: one row per key, which is its `id`. */
export interface CountedRow {
  readonly id: string;
}

export interface CountersDefinition<Row extends CountedRow, Defs extends readonly EventDefinition[]> {
  /** `<context>.<name>`: the checkpoint's consumer. */
  readonly name: string;
  /** Raised with any change that makes old rows or counts differ from new ones; each version counts on its own. */
  readonly version: number;
  readonly events: Defs;
  /** The rows that this event touches. */
  readonly keys: (event: Recorded<EventOf<Defs>>) => readonly string[];
  /** Pure. `undefined` in: no row yet; `undefined` out: no row any more. */
  readonly evolve: (row: Row | undefined, event: Recorded<EventOf<Defs>>, key: string) => Row | undefined;
  /** Pure. What one row adds to which counters, in whole numbers. A counter is the sum over all rows. */
  readonly counts: (row: Row) => Readonly<Record<string, number>>;
  /** How old the counters may be, in milliseconds, before it counts as a breach. */
  readonly freshness: number;
}

export interface Counters {
  readonly name: string;
  readonly version: number;
  readonly events: readonly EventDefinition[];
  readonly freshness: number;
  keys(event: Recorded): readonly string[];
  evolve(row: object | undefined, event: Recorded, key: string): object | undefined;
  counts(row: object): Readonly<Record<string, number>>;
}

/** Sums over a view's rows, kept up event by event in a store of their own, where reading them costs one look. */
export const defineCounters = <Row extends CountedRow, const Defs extends readonly EventDefinition[]>(
  definition: CountersDefinition<Row, Defs>,
): CountersDefinition<Row, Defs> & Counters => definition as CountersDefinition<Row, Defs> & Counters;
