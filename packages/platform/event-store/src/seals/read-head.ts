import type { Pool } from 'pg';
import { readSealKeys } from './read-seal-keys.ts';
import { readNewest } from './read-seals.ts';
import type { SealedHead } from './sealed-head.ts';

/** The newest seal, to be kept where nobody who can change the database can change it. Undefined while there is none. */
export const readSealedHead = async (pool: Pool): Promise<SealedHead | undefined> => {
  const seal = await readNewest(pool);
  const key = seal && (await readSealKeys(pool)).get(seal.keyId);
  return key && { format: 'waybill-head-1', seal, publicKey: key.bytes.toString('base64') };
};
