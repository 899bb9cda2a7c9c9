import type { Pool } from 'pg';
import { type PublicKey, publicKeyOf } from './seal-key.ts';

/** The keys that signed so far, by id, as the database names them. A row whose id is not its key's is left out. */
export const readSealKeys = async (pool: Pool): Promise<ReadonlyMap<string, PublicKey>> => {
  const { rows } = await pool.query<{ id: string; key: Buffer }>(
    `select encode(key_id, 'hex') as id, public_key as key from es.seal_keys order by first_used_at, key_id`,
  );
  const keys = rows.filter(({ key }) => key.length === 32).map(({ id, key }) => ({ id, key: publicKeyOf(key) }));
  return new Map(keys.flatMap(({ id, key }) => (key.id === id ? [[id, key]] : [])));
};
