import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const given = {
  DATABASE_URL: 'postgres://waybill_app@127.0.0.1:54329/waybill',
  REDIS_URL: 'redis://127.0.0.1:63799',
  WAYBILL_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
};

describe("the worker's settings", () => {
  it('listen on this machine alone unless told otherwise', () => {
    expect(readEnv(given)).toEqual({
      ...given,
      WAYBILL_MASTER_KEY: Buffer.alloc(32, 1),
      HOST: '127.0.0.1',
      PORT: 4100,
      WAYBILL_SEAL_EVENTS: 1_024,
      WAYBILL_SEAL_SECONDS: 60,
      WAYBILL_TIME_TO_PAY_SECONDS: 604_800,
      WORKER_POOL: 12,
      WORKER_NICE: 10,
    });
  });

  it('name everything that is missing or wrong, and do not show the key', () => {
    const wrong = { REDIS_URL: 'http://x', WAYBILL_MASTER_KEY: 'c2VjcmV0' };
    expect(() => readEnv(wrong)).toThrow(/DATABASE_URL.*REDIS_URL.*WAYBILL_MASTER_KEY: must be 32 bytes/);
    expect(() => readEnv(wrong)).not.toThrow(/c2VjcmV0/);
  });

  it('let no order wait longer for its payment than its stock is kept', () => {
    const within = (seconds: string) => readEnv({ ...given, WAYBILL_TIME_TO_PAY_SECONDS: seconds });
    expect(within('5').WAYBILL_TIME_TO_PAY_SECONDS).toBe(5);
    for (const wrong of ['0', '604801', 'a week']) expect(() => within(wrong)).toThrow(/WAYBILL_TIME_TO_PAY_SECONDS/);
  });
});
