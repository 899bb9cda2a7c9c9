import type { EventStore } from '@waybill/event-store';
import { sealingChore, sealKeyOf } from '@waybill/event-store/seals';
import type { Logger } from '@waybill/telemetry';
import type { Pool } from 'pg';
import type { Env } from './env.ts';

export interface SealingLog {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'watermark'>;
}

/** The chore that seals the log. Without the key there is none, and the worker says so: unsealed events are seen as late. */
export const sealing = (env: Env, { pool, store }: SealingLog, log: Pick<Logger, 'warn'>) => {
  if (!env.WAYBILL_SEAL_KEY) {
    log.warn('This worker seals no events: WAYBILL_SEAL_KEY is not set (.env.example says what it is)');
    return [];
  }
  const key = sealKeyOf(env.WAYBILL_SEAL_KEY);
  const watermark = () => store.watermark();
  return [sealingChore({ pool, watermark, key, events: env.WAYBILL_SEAL_EVENTS, seconds: env.WAYBILL_SEAL_SECONDS })];
};
