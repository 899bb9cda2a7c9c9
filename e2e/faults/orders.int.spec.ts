import { describe, expect, it } from 'vitest';
import { killing, nothingWrong, noticed, survive, wiping } from './survive.ts';

const WITHIN = 120_000;

/** The short form of orders.faults.spec.ts. */
describe('300 orders of 16 clients', () => {
  it('are there once, with rows and notifications, though a worker and an API were killed on the way', {
    timeout: WITHIN,
  }, async () => {
    const { result, control } = await survive({ name: 'killed', orders: 300, clients: 16, faults: killing });
    expect(result).toMatchObject({ orders: 300, ...nothingWrong });
    expect(control).toMatchObject(noticed);
  });

  it('are there once, with rows and notifications, though Redis was wiped and killed on the way', {
    timeout: WITHIN,
  }, async () => {
    const { result, control } = await survive({ name: 'wiped', orders: 300, clients: 16, faults: wiping });
    expect(result).toMatchObject({ orders: 300, ...nothingWrong });
    expect(control).toMatchObject(noticed);
  });
});
