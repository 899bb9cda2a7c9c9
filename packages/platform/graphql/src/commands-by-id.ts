import type { Actor } from '@waybill/engine';
import { batched } from './batch.ts';
import type { GraphContext } from './context.ts';

/** A command as it is stored, without its payload. */
export interface StoredCommand {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly outcome: 'accepted' | 'rejected' | 'failed';
  readonly refusal: unknown;
  readonly actor: Actor;
  readonly causationId: string | null;
  readonly issuedAt: Date;
  readonly position: number | null;
}

/** The columns of a command `c`. */
export const COMMAND = `c.command_id as id, c.type, c.stream_id as stream, c.outcome, c.error as refusal, c.actor,
  c.causation_id as "causationId", c.issued_at as "issuedAt", c.last_position as position`;

const SELECT = `select ${COMMAND} from es.commands c where c.command_id = any($1::uuid[])`;

/** A command and what became of it. Batched. */
export const commandById = batched<GraphContext, StoredCommand>(async ({ pool }, ids) => {
  const { rows } = await pool.query<StoredCommand>(SELECT, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
});
