import { numberTypes } from '@waybill/db';
import type { ClientBase, Pool } from 'pg';
import { type AppendAnswer, toAppendOutcome } from './append-answer.ts';
import { appendColumns } from './append-columns.ts';
import { type BatchItem, type BatchResult, prepare } from './batch-item.ts';

const SQL = `select result, failed, version, first_position, last_position, recorded_at, versions, positions, stored
from es.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)`;

/** One call of `es.append`: every item gets its own answer, in order. Throws when the whole batch failed. */
export const appendBatch = async (
  connection: Pool | ClientBase,
  items: readonly BatchItem[],
): Promise<readonly BatchResult[]> => {
  const prepared = items.map(prepare);
  const { rows } = await connection.query<AppendAnswer>({
    name: 'es-append',
    types: numberTypes,
    text: SQL,
    values: appendColumns(prepared),
    rowMode: 'array',
  });
  return prepared.map((item, index) => toAppendOutcome(item, rows[index]));
};
