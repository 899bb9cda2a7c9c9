import { eventually, type TestRedis, testRedis } from '@waybill/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Hint } from './hint.ts';
import { createWakeUps, type WakeUps } from './wake-ups.ts';

describe('wake-ups', () => {
  let redis: TestRedis;
  const open: WakeUps[] = [];

  beforeAll(async () => {
    redis = await testRedis();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((wakeUps) => wakeUps.close()));
  });
  afterAll(() => redis.stop());

  const participant = async (url = redis.url) => {
    const wakeUps = createWakeUps(url);
    open.push(wakeUps);
    const heard: Hint[] = [];
    await wakeUps.ready(500);
    wakeUps.onHint((hint) => heard.push(hint));
    return { wakeUps, heard };
  };

  it('reach other processes and their sender, once', async () => {
    const [sender, other] = [await participant(), await participant()];
    sender.wakeUps.hint(17);
    await eventually(() => expect(other.heard).toEqual([{ kind: 'committed', position: 17 }]));
    expect(sender.heard).toEqual([{ kind: 'committed', position: 17 }]);
  });

  it('share a message when they come together, and only the newest of a kind is sent', async () => {
    const [sender, other] = [await participant(), await participant()];
    for (let position = 1; position <= 1_000; position += 1) sender.wakeUps.hint(position);
    sender.wakeUps.hint(900, 'projected');
    await eventually(() =>
      expect(other.heard).toEqual([
        { kind: 'committed', position: 1_000 },
        { kind: 'projected', position: 900 },
      ]),
    );
    expect(sender.wakeUps.stats()).toMatchObject({ sent: 1, failed: 0 });
  });

  it('stop for who no longer listens', async () => {
    const { wakeUps } = await participant();
    const heard: Hint[] = [];
    wakeUps.onHint((hint) => heard.push(hint))();
    wakeUps.hint(1);
    await eventually(() => wakeUps.stats().sent === 1);
    expect(heard).toEqual([]);
  });

  it('fail without harm while Redis is away, still reach their own process, and come back with Redis', async () => {
    const own = await testRedis();
    try {
      const [sender, other] = [await participant(own.url), await participant(own.url)];
      const crash = own.crash();
      await eventually(() => !sender.wakeUps.stats().connected);
      sender.wakeUps.hint(5);
      await eventually(() => expect(sender.heard).toContainEqual({ kind: 'committed', position: 5 }));
      await crash;
      await eventually(() => other.wakeUps.stats().connected && sender.wakeUps.stats().connected);
      // Something may have been missed meanwhile: everybody looks.
      await eventually(() => expect(other.heard).toContainEqual({ kind: 'committed', position: 0 }));
      await eventually(() => {
        sender.wakeUps.hint(6);
        expect(other.heard).toContainEqual({ kind: 'committed', position: 6 });
      });
    } finally {
      await own.stop();
    }
  });

  it('do not keep a process waiting that starts without Redis', async () => {
    const { wakeUps, heard } = await participant('redis://127.0.0.1:1');
    wakeUps.hint(3);
    await eventually(() => expect(wakeUps.stats()).toEqual({ sent: 0, received: 0, failed: 1, connected: false }));
    expect(heard).toEqual([{ kind: 'committed', position: 3 }]);
  });
});
