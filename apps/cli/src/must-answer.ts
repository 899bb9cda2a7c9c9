import type { Pool } from 'pg';

/** Ends the pool and says where the database should have been, without its password, and what to do. */
export const mustAnswer = async (pool: Pool, databaseUrl: string): Promise<void> => {
  try {
    await pool.query('select from es.streams limit 1');
  } catch (error) {
    await pool.end();
    const { host, pathname } = new URL(databaseUrl);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database at ${host}${pathname} cannot be used (${reason}). Start Waybill (npm start), or correct DATABASE_URL.`,
    );
  }
};
