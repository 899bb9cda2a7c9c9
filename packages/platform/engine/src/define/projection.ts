import type { EventDefinition, EventOf, Recorded } from './event.ts';

/** Where the rows live: `schema.table` in Postgres; `key` is its primary key column (snake_case). */
export interface TableOf {
  readonly schema: string;
  readonly name: string;
  readonly key: string;
}

export interface ProjectionDefinition<Row extends object, Defs extends readonly EventDefinition[]> {
  /** `<context>.<table>`: the checkpoint's consumer, and the topic that subscribers name. */
  readonly name: string;
  /** Raised with any change that makes old rows differ from new ones. */
  readonly version: number;
  readonly events: Defs;
  readonly table: TableOf;
  /** The rows that this event touches. */
  readonly keys: (event: Recorded<EventOf<Defs>>) => readonly string[];
  /** Pure. `undefined` in: no row yet; `undefined` out: no row any more. Row fields are the columns in camelCase. */
  readonly evolve: (row: Row | undefined, event: Recorded<EventOf<Defs>>, key: string) => Row | undefined;
  /** How old the rows may be, in milliseconds, before it counts as a breach. */
  readonly freshness: number;
  /** Into how many parts its rows are cut by their keys, each followed on its own by whichever worker has time; 1 when left out. */
  readonly shards?: number;
}

export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly events: readonly EventDefinition[];
  readonly table: TableOf;
  readonly freshness: number;
  readonly shards?: number;
  keys(event: Recorded): readonly string[];
  evolve(row: object | undefined, event: Recorded, key: string): object | undefined;
}

/** The pure part of a view. */
export type Fold = Pick<Projection, 'keys' | 'evolve'>;

/** A view: a pure fold from events to rows, which can be thrown away and rebuilt. */
export const defineProjection = <Row extends object, const Defs extends readonly EventDefinition[]>(
  definition: ProjectionDefinition<Row, Defs>,
): ProjectionDefinition<Row, Defs> & Projection => definition as ProjectionDefinition<Row, Defs> & Projection;
