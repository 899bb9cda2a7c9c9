import type { Pool } from 'pg';
import type { Ledger } from './ledger.ts';
import type { Reader } from './readers.ts';

export interface ReaderVerdict {
  readonly reader: string;
  readonly events: number;
  readonly lost: number;
  readonly doubled: number;
  readonly disordered: number;
  /** Events that were read and are not in the log. */
  readonly invented: number;
}

/** Holds what a reader read against what is in the log in the end. */
export const judgeReader = async (pool: Pool, reader: Reader, types?: readonly string[]): Promise<ReaderVerdict> => {
  const { rows } = await pool.query<[number]>({
    text: 'select position from es.events where $1::text[] is null or type = any ($1) order by position',
    values: [types ?? null],
    rowMode: 'array',
  });
  const read = new Set(reader.positions);
  const lost = rows.filter(([position]) => !read.has(position)).length;
  const invented = read.size - (rows.length - lost);
  const repeated = reader.positions.length - read.size;
  return {
    reader: reader.name,
    events: reader.positions.length,
    lost,
    doubled: Math.max(reader.doubled(), repeated),
    disordered: reader.disordered(),
    invented,
  };
};

export interface LogVerdict {
  /** Acknowledged commands without their events at the positions that were told. */
  readonly acknowledgedMissing: number;
  /** Rolled back commands that left an event. */
  readonly rolledBackPresent: number;
  /** Streams whose versions are not 1, 2, 3 … in the order of positions. */
  readonly brokenStreams: number;
}

/** Holds the log against what the writers were told. */
export const judgeLog = async (pool: Pool, { acknowledged, rolledBack }: Ledger): Promise<LogVerdict> => {
  const { rows } = await pool.query<[string, number, number]>({
    text: 'select command_id, min(position), max(position) from es.events group by command_id',
    rowMode: 'array',
  });
  const present = new Map(rows.map(([id, first, last]) => [id, { first, last }]));
  const broken = await pool.query<{ streams: number }>(
    `select count(distinct stream_id) as streams from (
       select stream_id, version, row_number() over (partition by stream_id order by position) as n from es.events
     ) as event where version <> n`,
  );
  const acknowledgedMissing = [...acknowledged].filter(([id, { first, last }]) => {
    const found = present.get(id);
    return found === undefined || found.first !== first || found.last !== last;
  }).length;
  const rolledBackPresent = [...rolledBack].filter((id) => present.has(id)).length;
  return { acknowledgedMissing, rolledBackPresent, brokenStreams: broken.rows[0]?.streams ?? 0 };
};
