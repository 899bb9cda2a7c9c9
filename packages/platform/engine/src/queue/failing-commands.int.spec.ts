import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../fixtures/bank.ts';
import { amounts, credit, drain, open, openQueue, queue, writeSide } from '../fixtures/command-queue.ts';
import type { Engine, Module } from '../index.ts';

let house: Awaited<ReturnType<typeof openQueue>>;
beforeAll(async () => {
  house = await openQueue();
});
afterAll(() => house.close());
const engineOn: typeof house.engineOn = (...args) => house.engineOn(...args);
const rowsOf: typeof house.rowsOf = (ids) => house.rowsOf(ids);

describe('a queued command that fails', () => {
  /** A bank whose `Credit` cannot be prepared as often as this. */
  const failingBank = (times: number): Module & { readonly tries: () => number } => {
    let tries = 0;
    return {
      ...writeSide,
      tries: () => tries,
      prepare: {
        Credit: async (data) => {
          if (data.reason !== 'fails') return { kind: 'prepared', data };
          tries += 1;
          if (tries <= times) throw new Error('the price list is away');
          return { kind: 'prepared', data };
        },
      },
    };
  };
  const hurry = () =>
    house.pool.query('update es.queued_commands set next_attempt_at = now() where next_attempt_at > now()');
  const settleSoon = (engine: Engine) =>
    eventually(
      async () => {
        await hurry();
        await drain(engine);
        const { rows } = await house.pool.query(
          `select 1 from es.queued_commands where status = 'queued' and not_before <= now()`,
        );
        expect(rows).toEqual([]);
      },
      { within: 15_000 },
    );

  it('is tried again, and holds back its own stream alone', async () => {
    const module = failingBank(2);
    const engine = engineOn('fragile', module);
    const [id, other] = [newId(), newId()];
    await engine.execute(open(id));
    await engine.execute(open(other));
    await queue(engine, [credit(id, 1, 'fails'), credit(id, 2), credit(other, 3)]);
    await eventually(async () => {
      await drain(engine);
      expect(await amounts(engine, other)).toEqual(['opened', 3]);
    });
    await settleSoon(engine);
    expect(await amounts(engine, id)).toEqual(['opened', 1, 2]);
    expect(module.tries()).toBe(3);
  });

  it('is given up in the end, and waits again when a person says so', async () => {
    const module = failingBank(6);
    const engine = engineOn('fragile', module);
    const id = newId();
    await engine.execute(open(id));
    const [failing = ''] = await queue(engine, [credit(id, 1, 'fails'), credit(id, 2)]);
    await settleSoon(engine);
    expect(await rowsOf([failing])).toMatchObject([{ status: 'failed', error: 'the price list is away', kept: true }]);
    expect(await amounts(engine, id)).toEqual(['opened', 2]);
    expect(await engine.retryQueued(failing)).toBeUndefined();
    await settleSoon(engine);
    expect(await amounts(engine, id)).toEqual(['opened', 2, 1]);
    expect(await engine.retryQueued(failing)).toMatchObject({ code: 'CommandNotQueued' });
  });

  it('by being of newer code is left to who knows it', async () => {
    const id = newId();
    const { Credit: _, ...older } = Account.commands;
    await engineOn('new').execute(open(id));
    await queue(engineOn('new'), [credit(id, 1)]);
    await drain(engineOn('old', { ...writeSide, aggregates: [{ ...Account, commands: older }] }));
    expect(await amounts(engineOn('new'), id)).toEqual(['opened']);
    await settleSoon(engineOn('new'));
    expect(await amounts(engineOn('new'), id)).toEqual(['opened', 1]);
  });
});
