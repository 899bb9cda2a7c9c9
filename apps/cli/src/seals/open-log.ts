import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import type { Pool } from 'pg';
import { mustAnswer } from '../must-answer.ts';

/** The log of a database, to be read; no engine, no keys of personal data. */
export interface OpenLog {
  readonly pool: Pool;
  watermark(): Promise<number>;
  close(): Promise<void>;
}

export const openLog = async ({ DATABASE_URL }: NodeJS.ProcessEnv): Promise<OpenLog> => {
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is not set. Start Waybill (npm start) and use npm run, or set DATABASE_URL.');
  const pool = createPool(DATABASE_URL, { name: 'waybill-verify', max: 4 });
  await mustAnswer(pool, DATABASE_URL);
  const store = createEventStore(pool);
  return { pool, watermark: () => store.watermark(), close: () => pool.end() };
};
