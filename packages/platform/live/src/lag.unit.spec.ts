import { describe, expect, it } from 'vitest';
import { createLag } from './lag.ts';

describe('lag', () => {
  it('is for how long the first thing that waits has been there', () => {
    const lag = createLag();
    lag.seen(10, 1_000);
    lag.seen(20, 2_000);
    lag.seen(30, 3_000);
    expect([lag.of(5, 4_000), lag.of(10, 4_000), lag.of(25, 4_000), lag.of(30, 4_000)]).toEqual([
      3_000, 2_000, 1_000, 0,
    ]);
  });

  it('takes no notice of a watermark that stands still', () => {
    const lag = createLag();
    lag.seen(10, 1_000);
    lag.seen(10, 9_000);
    expect(lag.of(9, 9_500)).toBe(8_500);
  });
});
