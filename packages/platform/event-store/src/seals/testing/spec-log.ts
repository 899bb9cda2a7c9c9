import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { createEventStore } from '../../create-event-store.ts';
import { anItem, aStream, to } from '../../spec-items.ts';
import { type SealKey, sealKeyOf } from '../seal-key.ts';
import { type SealingPorts, sealNext } from '../seal-next.ts';
import { type VerifyOptions, verifySeals } from '../verify-seals.ts';

export const specKey = (letter: string): SealKey => sealKeyOf(Buffer.alloc(32, letter));

/** A log with streams of events, what seals it, and a superuser whom nothing stops. */
export const specLog = async () => {
  const database: TestDatabase = await testDatabase();
  const { pool } = database;
  const store = createEventStore(pool);
  // One connection: what it does between `begin` and `rollback` is seen by whoever reads through it, and undone.
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 1, idleTimeoutMillis: 0 });
  admin.on('error', () => {}); // an idle connection that the server ended; the next query takes another
  const key = specKey('a');
  const ports: SealingPorts = { pool, watermark: () => store.watermark(), key, events: 8, seconds: 0 };
  return {
    url: database.url,
    admin,
    pool,
    store,
    key,
    ports,
    /** Streams of three events each. */
    async write(streams: number): Promise<void> {
      for (let n = 0; n < streams; n += 1) await store.append(anItem(to(aStream(), 'NO_STREAM', 3)));
    },
    /** Seals all that is there; answers with the number of seals it made. */
    async seal(options: Partial<SealingPorts> = {}): Promise<number> {
      let seals = 0;
      while ((await sealNext({ ...ports, ...options })) === 'sealed') seals += 1;
      return seals;
    },
    verify: (options: Partial<VerifyOptions> = {}) =>
      verifySeals({ pool: admin, watermark: () => store.watermark(), trusted: [key.publicKey], ...options }),
    /** What a superuser does to the log, past every right and trigger. */
    async tamper(...statements: string[]): Promise<void> {
      const tables = ['es.events', 'es.seals', 'es.seal_keys'];
      for (const table of tables) await admin.query(`alter table ${table} disable trigger append_only`);
      for (const statement of statements) await admin.query(statement);
      for (const table of tables) await admin.query(`alter table ${table} enable always trigger append_only`);
    },
    async drop(): Promise<void> {
      await admin.end();
      await database.drop();
    },
  };
};

export type SpecLog = Awaited<ReturnType<typeof specLog>>;
