import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import type { StoredOutcome } from './event-store.ts';
import { type StoredCommand, toStoredOutcome } from './stored-outcome.ts';

export interface OutcomeRequest {
  readonly commandId: string;
  readonly requestHash: string;
}

const SQL = `select es.stored_outcome(command_id) as stored from es.commands where command_id = any ($1::uuid[])`;

/** What became of several commands, in one round trip. */
export const findOutcomes = async (
  pool: Pool,
  requests: readonly OutcomeRequest[],
): Promise<readonly (StoredOutcome | 'idempotency-conflict' | undefined)[]> => {
  const { rows } = await pool.query<{ stored: StoredCommand }>({
    name: 'es-outcomes',
    types: numberTypes,
    text: SQL,
    values: [requests.map(({ commandId }) => commandId)],
  });
  const known = new Map(rows.map(({ stored }) => [stored.commandId, stored]));
  return requests.map(({ commandId, requestHash }) => {
    const stored = known.get(commandId.toLowerCase());
    if (stored === undefined) return undefined;
    return stored.requestHash === requestHash.toLowerCase() ? toStoredOutcome(stored) : 'idempotency-conflict';
  });
};
