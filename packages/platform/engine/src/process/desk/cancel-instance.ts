import type { Actor } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Process } from '../../define/process.ts';
import { withProcess } from '../with-process.ts';

/**
 * Cancels an instance: it waits for nothing, reacts to nothing any more, its timers are gone, and commands that were not
 * sent are not sent. What it did stays done. False where it had ended.
 */
export const cancelInstance = async (
  pool: Pool,
  process: Pick<Process, 'name'>,
  instance: string,
  reason: string,
  actor: Actor,
): Promise<boolean> => {
  const key = [process.name, instance];
  const cancelled = await withProcess(pool, process.name, async (client) => {
    const { rowCount } = await client.query(
      `update es.process_instances i
       set cancelled_at = now(), cancelled_by = $3, cancel_reason = $4, waits = '{}', due_at = null, late_at = null,
           park_error = null, parked = '{}',
           updated_at = now()
       where process = $1 and instance = $2 and cancelled_at is null
         and (waits <> '{}' or refused <> '[]' or park_error is not null or judged is distinct from position
           or exists (select from es.outbox o where o.process = i.process and o.instance = i.instance)
           or exists (select from es.timers t where t.process = i.process and t.instance = i.instance))`,
      [...key, JSON.stringify(actor), reason],
    );
    if (!rowCount) return false;
    await client.query('delete from es.timers where process = $1 and instance = $2', key);
    await client.query('delete from es.outbox where process = $1 and instance = $2', key);
    return true;
  });
  return cancelled === true;
};
