import { newId } from '@waybill/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amounts, ana, credit, drain, open, openQueue, queue, settle } from '../fixtures/command-queue.ts';

let house: Awaited<ReturnType<typeof openQueue>>;
beforeAll(async () => {
  house = await openQueue();
});
afterAll(() => house.close());
const engineOn: typeof house.engineOn = (...args) => house.engineOn(...args);
const rowsOf: typeof house.rowsOf = (ids) => house.rowsOf(ids);

describe('queued commands', () => {
  it('are executed like any other, in the order of their stream', async () => {
    const engine = engineOn('one');
    const ids = [newId(), newId(), newId()];
    const wishes = ids.flatMap((id) => [open(id), ...[1, 2, 3, 4, 5].map((amount) => credit(id, amount))]);
    const queued = await queue(engine, wishes);
    expect(await Promise.all(ids.map((id) => amounts(engine, id)))).toEqual([[], [], []]);
    await settle(engine);
    for (const id of ids) expect(await amounts(engine, id)).toEqual(['opened', 1, 2, 3, 4, 5]);
    const accepted = { status: 'accepted', error: null, kept: false, outcome: 'accepted', actor: 'ana' };
    expect(await rowsOf(queued)).toEqual(wishes.map(() => accepted));
  });

  it('that are refused keep the reason', async () => {
    const engine = engineOn('one');
    const id = newId();
    const queued = await queue(engine, [credit(id, 5)]);
    await settle(engine);
    expect(await rowsOf(queued)).toMatchObject([
      { status: 'rejected', error: `Open ${id} first.`, outcome: 'rejected' },
    ]);
  });

  it('wait for their time', async () => {
    const engine = engineOn('one');
    const [now, later] = [newId(), newId()];
    const [, scheduled = ''] = [
      ...(await queue(engine, [open(now)])),
      ...(await queue(engine, [open(later)], { notBefore: new Date(Date.now() + 3_600_000) })),
    ];
    await settle(engine);
    expect([await amounts(engine, now), await amounts(engine, later)]).toEqual([['opened'], []]);
    await house.pool.query('update es.queued_commands set not_before = now() where command_id = $1', [scheduled]);
    await settle(engine);
    expect(await amounts(engine, later)).toEqual(['opened']);
  });

  it('do not hold up what was wished for later but is due now', async () => {
    const engine = engineOn('one');
    const id = newId();
    await engine.execute(open(id));
    await queue(engine, [credit(id, 1)], { notBefore: new Date(Date.now() + 3_600_000) });
    await queue(engine, [credit(id, 2)]);
    await settle(engine);
    expect(await amounts(engine, id)).toEqual(['opened', 2]);
  });

  it('of a batch that is sent again are queued once, and with another body not at all', async () => {
    const engine = engineOn('one');
    const ids = [newId(), newId()];
    const batchId = newId();
    const wishes = ids.map((id) => ({ ...credit(id, 1), data: { accountId: id, amount: 1, reason: 'batch' } }));
    const first = await engine.enqueue(wishes, { batchId });
    const again = await engine.enqueue(wishes, { batchId });
    if (first.kind === 'refused' || again.kind === 'refused') throw new Error('refused');
    expect(again.commands).toEqual(first.commands.map(({ commandId }) => ({ commandId, duplicate: true })));
    const other = await engine.enqueue([...wishes.slice(0, 1), credit(newId(), 9)], { batchId });
    expect(other).toMatchObject({ kind: 'refused', refusal: { code: 'IdempotencyConflict' } });
    const { rows } = await house.pool.query('select count(*)::int as n from es.queued_commands where batch_id = $1', [
      batchId,
    ]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('are queued once by two who queue them at the same moment', async () => {
    const id = newId();
    const wish = open(id);
    const answers = await Promise.all(['one', 'two', 'three'].map((name) => engineOn(name).enqueue([wish])));
    expect(answers.map(({ kind }) => kind)).toEqual(['queued', 'queued', 'queued']);
    await settle(engineOn('one'));
    expect(await amounts(engineOn('one'), id)).toEqual(['opened']);
  });

  it('name what cannot be an id', async () => {
    const answer = await engineOn('one').enqueue([open(newId()), { ...open(newId()), commandId: 'seven' }]);
    expect(answer).toMatchObject({ refusal: { code: 'InvalidInput', details: { path: '1.commandId' } } });
  });

  it('that were executed already meet their outcome, whoever sent them first', async () => {
    const engine = engineOn('one');
    const id = newId();
    const wish = open(id);
    await engine.execute(wish);
    const queued = await queue(engine, [wish]);
    await settle(engine);
    expect(await rowsOf(queued)).toMatchObject([{ status: 'accepted' }]);
    expect(await amounts(engine, id)).toEqual(['opened']);
  });
});

describe('a queued command that is cancelled', () => {
  it('is never executed, and says who did it', async () => {
    const engine = engineOn('one');
    const id = newId();
    const [commandId = ''] = await queue(engine, [open(id)], { notBefore: new Date(Date.now() + 3_600_000) });
    expect(await engine.cancelQueued(commandId, { ...ana, name: 'Bea' })).toBeUndefined();
    expect(await engine.cancelQueued(commandId, ana)).toBeUndefined();
    const { rows } = await house.pool.query('select outcome, error from es.commands where command_id = $1', [
      commandId,
    ]);
    expect(rows).toMatchObject([{ outcome: 'rejected', error: { code: 'CommandCancelled', details: { by: 'Bea' } } }]);
    expect(await rowsOf([commandId])).toMatchObject([{ status: 'cancelled', kept: false }]);
  });

  it('stays so for a worker that had it in hand already', async () => {
    const engine = engineOn('one');
    const id = newId();
    const wish = open(id);
    const [commandId = ''] = await queue(engine, [wish]);
    await engine.cancelQueued(commandId, ana);
    expect(await engineOn('two').execute(wish)).toMatchObject({
      status: 'rejected',
      refusal: { code: 'CommandCancelled' },
      duplicate: true,
    });
    expect(await amounts(engine, id)).toEqual([]);
  });

  it('and executed at the same moment is one of the two, for everybody', async () => {
    const engine = engineOn('one');
    const ids = Array.from({ length: 40 }, newId);
    const commands = await queue(
      engine,
      ids.map((id) => open(id)),
    );
    const [refusals] = await Promise.all([
      Promise.all(commands.map((commandId) => engineOn('two').cancelQueued(commandId, ana))),
      drain(engine),
    ]);
    await settle(engine);
    const opened = await Promise.all(ids.map(async (id) => (await amounts(engine, id)).length === 1));
    expect(opened).toEqual(refusals.map((refusal) => refusal !== undefined));
    const rows = await rowsOf(commands);
    expect(rows.map(({ status }) => status)).toEqual(opened.map((is) => (is ? 'accepted' : 'cancelled')));
  });

  it('has to be queued', async () => {
    const engine = engineOn('one');
    const commandId = newId();
    expect(await engine.cancelQueued(commandId, ana)).toMatchObject({ code: 'CommandNotQueued' });
    await queue(engine, [open(newId(), 'Ana', commandId)]);
    await settle(engine);
    expect(await engine.cancelQueued(commandId, ana)).toMatchObject({ details: { status: 'accepted' } });
  });
});

describe('personal data', () => {
  it('is never queued in plain, and a command about a forgotten person is given up', async () => {
    const engine = engineOn('one');
    const id = newId();
    const [commandId = ''] = await queue(engine, [open(id, 'Zerlina Quist')], {
      notBefore: new Date(Date.now() + 60_000),
    });
    const { rows } = await house.pool.query(
      `select position('Zerlina'::bytea in request) as found, q::text like '%Zerlina%' as shown
       from es.queued_commands q where command_id = $1`,
      [commandId],
    );
    expect(rows).toEqual([{ found: 0, shown: false }]);
    await house.pool.query('delete from es.subject_keys where subject = $1', [`owner of ${id}`]);
    await house.pool.query('update es.queued_commands set not_before = now() where command_id = $1', [commandId]);
    await settle(engineOn('later'));
    expect(await rowsOf([commandId])).toMatchObject([{ status: 'failed', outcome: null }]);
    expect(await amounts(engine, id)).toEqual([]);
  });
});
