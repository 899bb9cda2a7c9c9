import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import type { EventFinding } from './findings.ts';

/** Each look goes through all commands: the first ones are named, the others have their positions. */
const NAMED = 25;

// Commands that were in the making together can lie across each other: the narrower one first. One that made no event
// carries the position of an older event: the first one to speak of it made it.
const SQL = `
  select distinct on (p.position) p.position, c.type || ' on ' || c.stream_id as command
  from unnest($1::bigint[]) as p (position)
  join es.commands c on p.position between c.first_position and c.last_position and c.outcome = 'accepted'
  order by p.position, c.last_position - c.first_position, c.recorded_at`;

/** A removed row cannot say what it was; the command that made it can, where it is still there. */
export const nameRemoved = async (pool: Pool, findings: readonly EventFinding[]): Promise<readonly EventFinding[]> => {
  const positions = findings.flatMap(({ kind, position }) => (kind === 'removed' ? [position] : [])).slice(0, NAMED);
  if (positions.length === 0) return findings;
  const { rows } = await pool.query<{ position: number; command: string }>({
    text: SQL,
    values: [positions],
    types: numberTypes,
  });
  const commands = new Map(rows.map(({ position, command }) => [position, command]));
  return findings.map((finding) => {
    const command = finding.kind === 'removed' ? commands.get(finding.position) : undefined;
    return command === undefined ? finding : { ...finding, command };
  });
};
