import type { Actor } from '@waybill/event-store';
import type { Pool } from 'pg';

/** A command on its way into the queue. */
export interface NewQueued {
  readonly commandId: string;
  readonly type: string;
  readonly targetStream: string;
  readonly lane: number;
  /** Hex. */
  readonly requestHash: string;
  readonly actor: Actor;
  readonly request: Buffer;
  readonly keyId: string | null;
}

interface Together {
  readonly batchId: string | null;
  /** Now, when null. */
  readonly notBefore: Date | null;
  readonly priority: number;
}

/** All of them, in order, or none: throws a unique violation where one of the ids stands in the queue already. */
export const insertQueued = async (
  pool: Pick<Pool, 'query'>,
  rows: readonly NewQueued[],
  { batchId, notBefore, priority }: Together,
): Promise<void> => {
  const list = rows.map(({ request, ...row }, ord) => ({ ...row, ord, request: request.toString('base64') }));
  await pool.query({
    name: 'queued-insert',
    text: `insert into es.queued_commands (command_id, batch_id, type, target_stream, lane, priority, not_before, enqueued_at,
             actor, request_hash, request, key_id)
           select q."commandId", $2, q.type, q."targetStream", q.lane, $4, greatest($3::timestamptz, now()),
             date_trunc('milliseconds', now()), q.actor, decode(q."requestHash", 'hex'), decode(q.request, 'base64'), q."keyId"
           from jsonb_to_recordset($1::jsonb) as q (ord integer, "commandId" uuid, type text, "targetStream" text,
             lane smallint, actor jsonb, "requestHash" text, request text, "keyId" uuid)
           order by q.ord`,
    values: [JSON.stringify(list), batchId, notBefore, priority],
  });
};

/** Of commands by id: whether they stand in the queue, and every request hash (hex) that was stored for them. */
export const findKnown = async (
  pool: Pick<Pool, 'query'>,
  commandIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly queued: boolean; readonly hashes: readonly string[] }>> => {
  const { rows } = await pool.query<{ id: string; queued: boolean; hashes: string[] }>({
    name: 'queued-known',
    text: `select id, bool_or(queued) as queued, array_agg(hash) as hashes from (
             select command_id as id, true as queued, encode(request_hash, 'hex') as hash
             from es.queued_commands where command_id = any ($1::uuid[])
             union all
             select command_id, false, encode(request_hash, 'hex') from es.commands where command_id = any ($1::uuid[])
           ) as known
           group by id`,
    values: [commandIds],
  });
  return new Map(rows.map(({ id, ...known }) => [id, known]));
};
