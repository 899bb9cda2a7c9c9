import type { CustomTypesConfig, Pool } from 'pg';
import { CONTENT_COLUMNS, type ContentRow } from './event-content.ts';

/** Values as Postgres writes them: a parser could lose what is to be hashed. */
export const asWritten: CustomTypesConfig = { getTypeParser: () => String };

const SQL = `select ${CONTENT_COLUMNS} from es.events e
where e.position > $1 and e.position <= $2 order by e.position limit $3`;

/** The events after a position up to another, by position, as they are stored. `until` must not be above the watermark. */
export const readContents = async (
  pool: Pool,
  after: number,
  until: number,
  limit: number,
): Promise<readonly ContentRow[]> => {
  const { rows } = await pool.query<[...ContentRow]>({
    name: 'es-contents',
    text: SQL,
    values: [after, until, limit],
    types: asWritten,
    rowMode: 'array',
  });
  return rows;
};
