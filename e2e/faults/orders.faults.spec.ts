import { describe, expect, it } from 'vitest';
import { crashingPostgres } from './crashing-postgres.ts';
import { freezing, killing, nothingWrong, noticed, survive, wiping } from './survive.ts';

describe('orders of 32 clients', () => {
  it('are there once, with rows and notifications, though a worker and an API were killed on the way', async () => {
    const { result, control } = await survive({ name: 'killed', orders: 5_000, clients: 32, faults: killing });
    expect(result).toMatchObject({ orders: 5_000, ...nothingWrong });
    expect(control).toMatchObject(noticed);
  });

  it('are there once, with rows and notifications, though Redis was wiped and killed on the way', async () => {
    const { result, control } = await survive({ name: 'wiped', orders: 5_000, clients: 32, faults: wiping });
    expect(result).toMatchObject({ orders: 5_000, ...nothingWrong });
    expect(control).toMatchObject(noticed);
  });

  it('count once, though a worker stood still and went on believing that they were its own', async () => {
    const { result, control } = await survive({ name: 'frozen', orders: 2_000, clients: 32, faults: freezing });
    expect(result).toMatchObject({ orders: 2_000, ...nothingWrong });
    expect(control).toMatchObject(noticed);
  });

  it('are all there, though Postgres was killed on the way', async () => {
    const postgres = await crashingPostgres();
    try {
      const faults = [{ at: 0.5, cause: postgres.crash }];
      const { result, control } = await survive(
        { name: 'Postgres', orders: 2_000, clients: 32, faults },
        postgres.server,
      );
      expect(result).toMatchObject({ orders: 2_000, ...nothingWrong });
      expect(control).toMatchObject(noticed);
    } finally {
      await postgres.remove();
    }
  });
});
