import type { Pool } from 'pg';
import type { Late } from '../order/ordered-fold.ts';

/**
 * How a state was made what it would have been, had the fact arrived in time. `reorder`: put in its place among the last
 * steps, in memory; `snapshot`: folded again from a snapshot of before; `replay`: from the first event.
 */
export type Remedy = 'reorder' | 'snapshot' | 'replay';

/** A fact that happened before something that was folded in already, and what was done. */
export interface LateFact {
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Date;
  /** How much earlier it happened than the last that was folded in, in milliseconds. */
  readonly behind: number;
  readonly remedy: Remedy;
  /** How many events were folded again. */
  readonly refolded: number;
}

export type NoteLate = (streamId: string, late: readonly Late[], remedy: Remedy, refolded: number) => void;

interface Listeners {
  readonly onLateFact: (fact: LateFact) => void;
  readonly onTrouble: (trouble: Readonly<Record<string, unknown>>) => void;
}

// The first remedy of a fact stands; other processes find the same fact later.
const SQL = `with derived as materialized (select set_config('synchronous_commit', 'off', true))
insert into es.late_facts (stream_id, version, type, occurred_at, behind_ms, remedy, refolded)
select f.* from derived, unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::bigint[], $6::text[], $7::integer[]) as f
on conflict (stream_id, version) do nothing`;

/** Makes late facts visible: to a listener at once, and as rows of es.late_facts. No command waits for it. */
export const createNoteLate =
  (pool: Pool, { onLateFact, onTrouble }: Listeners): NoteLate =>
  (streamId, late, remedy, refolded) => {
    const facts = late.map(
      ({ version, event: { type }, occurredAt, behind }): LateFact => ({
        streamId,
        version,
        type,
        occurredAt,
        behind,
        remedy,
        refolded,
      }),
    );
    for (const fact of facts) onLateFact(fact);
    const column = <K extends keyof LateFact>(name: K) => facts.map((fact) => fact[name]);
    pool
      .query(SQL, [
        column('streamId'),
        column('version'),
        column('type'),
        column('occurredAt'),
        column('behind'),
        column('remedy'),
        column('refolded'),
      ])
      .catch((error: unknown) => onTrouble({ kind: 'late-fact', streamId, error }));
  };
