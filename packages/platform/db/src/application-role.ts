import pg from 'pg';

/** The role that API and workers log in as. The migrations grant its rights. */
export const APPLICATION_ROLE = 'waybill_app';

/** Roles belong to the whole server: migrations of two databases may meet here, and Postgres tells one to come again. */
const MEETINGS = new Set(['42710', '23505', 'XX000']);
const ATTEMPTS = 20;

/** Creates the application's role if it is missing, and sets its password when one is given. */
export const ensureApplicationRole = async (client: pg.Client, password: string | undefined): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  if (rowCount === 0) await persistently(client, `create role ${APPLICATION_ROLE} nologin`);
  if (password === undefined) return;
  await persistently(client, `alter role ${APPLICATION_ROLE} login password ${pg.escapeLiteral(password)}`);
};

const persistently = async (client: pg.Client, sql: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(sql);
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !MEETINGS.has(error.code ?? '') || attempt === ATTEMPTS) throw error;
      if (error.code !== 'XX000') return;
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt));
    }
  }
};
