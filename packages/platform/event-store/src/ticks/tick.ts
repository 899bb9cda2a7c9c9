import type { Pool } from 'pg';

export interface TickOptions {
  /** No tick where the last one is younger, in milliseconds. */
  readonly gap: number;
  /** While nothing changes, no tick where the last one is younger, in milliseconds. */
  readonly rest: number;
}

/** Writes a tick of the log's clock where one is due. True where it did. Durable: what was answered by it stays. */
export const tick = async (pool: Pool, { gap, rest }: TickOptions): Promise<boolean> => {
  const { rows } = await pool.query<{ tick: boolean }>({
    name: 'es-tick',
    text: `select es.tick($1 * interval '1 millisecond', $2 * interval '1 millisecond')`,
    values: [gap, rest],
  });
  return rows[0]?.tick ?? false;
};
