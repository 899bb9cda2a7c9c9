import { randomBytes } from 'node:crypto';
import { newId } from '@waybill/kernel';
import type { Pool } from 'pg';
import type { PersonalData } from '../define/personal.ts';
import { open, seal } from './cipher.ts';

export interface SubjectKey {
  readonly keyId: string;
  readonly key: Buffer;
}

/** The keys of persons: one per subject and purpose, stored wrapped; destroying its row forgets the person. */
export interface KeyRing {
  /** The key to write with; made and stored on first use. */
  forWriting(subject: string, purpose: PersonalData['purpose']): Promise<SubjectKey>;
  /** The keys that still exist, by id. */
  forReading(keyIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

/** Keys kept in memory at most; the oldest leave first. */
const KEPT = 50_000;

const remember = <V>(map: Map<string, V>, name: string, value: V): V => {
  map.set(name, value);
  const [oldest] = map.size > KEPT ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
  return value;
};

export const createKeyRing = (pool: Pool, wrapping: Buffer): KeyRing => {
  const writing = new Map<string, Promise<SubjectKey>>();
  const reading = new Map<string, Buffer>();

  const unwrap = (keyId: string, wrapped: Buffer) => remember(reading, keyId, open(wrapping, wrapped, keyId));

  const findOrMake = async (subject: string, purpose: string): Promise<SubjectKey> => {
    const keyId = newId();
    const key = randomBytes(32);
    // Insert-or-return in one statement: of two processes that meet a new person at once, both get the same key.
    const { rows } = await pool.query<{ key_id: string; wrapped_key: Buffer }>({
      name: 'subject-key-for-writing',
      text: `with made as (
               insert into es.subject_keys (key_id, subject, purpose, wrapped_key) values ($1, $2, $3, $4)
               on conflict (subject, purpose, expires_at) do nothing
               returning key_id, wrapped_key
             )
             select key_id, wrapped_key from made
             union all
             select key_id, wrapped_key from es.subject_keys where subject = $2 and purpose = $3 and expires_at is null
             limit 1`,
      values: [keyId, subject, purpose, seal(wrapping, key, keyId)],
    });
    const found = rows[0];
    // The other process's row was not visible to our snapshot yet: it is now.
    if (!found) return findOrMake(subject, purpose);
    return { keyId: found.key_id, key: unwrap(found.key_id, found.wrapped_key) };
  };

  return {
    forWriting(subject, purpose) {
      const name = `${purpose} ${subject}`;
      const known = writing.get(name);
      if (known) return known;
      const made = findOrMake(subject, purpose);
      made.catch(() => writing.delete(name));
      return remember(writing, name, made);
    },
    async forReading(keyIds) {
      const missing = [...new Set(keyIds)].filter((keyId) => !reading.has(keyId));
      if (missing.length > 0) {
        const { rows } = await pool.query<{ key_id: string; wrapped_key: Buffer }>({
          name: 'subject-keys-for-reading',
          text: 'select key_id, wrapped_key from es.subject_keys where key_id = any($1::uuid[])',
          values: [missing],
        });
        for (const row of rows) unwrap(row.key_id, row.wrapped_key);
      }
      return reading;
    },
  };
};
