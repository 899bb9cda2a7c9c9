import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const given = {
  DATABASE_URL: 'postgres://waybill_app@127.0.0.1:54329/waybill',
  REDIS_URL: 'redis://127.0.0.1:63799',
  WAYBILL_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
};

describe("the API's settings", () => {
  it('listen on this machine alone, and know the dashboard by every name of this machine', () => {
    expect(readEnv(given)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4000,
      WAYBILL_WEB_URL: ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'],
    });
  });

  it('take a public address as it is', () => {
    const { WAYBILL_WEB_URL } = readEnv({
      ...given,
      WAYBILL_WEB_URL: 'https://waybill.example/, http://a.example:8080',
    });
    expect(WAYBILL_WEB_URL).toEqual(['https://waybill.example', 'http://a.example:8080']);
  });

  it('name everything that is missing or wrong, and do not show the key', () => {
    const wrong = { REDIS_URL: 'http://x', WAYBILL_MASTER_KEY: 'c2VjcmV0' };
    expect(() => readEnv(wrong)).toThrow(/DATABASE_URL.*REDIS_URL.*WAYBILL_MASTER_KEY: must be 32 bytes/);
    expect(() => readEnv(wrong)).not.toThrow(/c2VjcmV0/);
  });
});
