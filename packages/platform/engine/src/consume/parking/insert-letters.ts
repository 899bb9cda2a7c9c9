/**
 * Stores letters: JSON `[{key, position, attempts, error}]` in the parameter `letters`, for the consumer of `$1` to `$3`, by
 * the worker of the parameter `worker`. A letter that had been replayed and fails again is open again, with its tries
 * added up; what a person left out stays out.
 */
export const insertLetters = (letters: string, condition: string, worker = '$6'): string => `
  insert into es.dead_letters as d (consumer, generation, shard, key, position, attempts, error, parked_by)
  select $1, $2, $3, l.key, l.position, l.attempts, l.error, ${worker}
  from jsonb_to_recordset(${letters}::jsonb) as l (key text, position bigint, attempts integer, error text)
  where ${condition}
  on conflict (consumer, generation, shard, key, position) do update
  set attempts = d.attempts + excluded.attempts, error = excluded.error, parked_by = excluded.parked_by, failed_at = now(),
      resolved_at = null, resolution = null, resolved_by = null, reason = null
  where d.resolution is distinct from 'skipped'`;
