import { newId } from '@waybill/kernel';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anItem, aStream, to } from '../spec-items.ts';
import { sealNext } from './seal-next.ts';
import { sealingChore } from './sealing-chore.ts';
import { type SpecLog, specKey, specLog } from './testing/spec-log.ts';

let log: SpecLog;
beforeEach(async () => {
  log = await specLog();
});
afterEach(() => log.drop());

describe('sealing', () => {
  it('begins when there are enough events', async () => {
    await log.write(2);
    expect(await sealNext({ ...log.ports, seconds: 60 })).toBe('not due');
    await log.write(1);
    expect(await sealNext({ ...log.ports, seconds: 60 })).toBe('sealed');
    expect(await log.verify()).toMatchObject({
      intact: true,
      seals: 1,
      events: 8,
      sealedUpTo: 8,
      unsealed: { events: 1 },
    });
  });

  it('begins when one has waited long enough', async () => {
    await log.write(1);
    await log.tamper("update es.events set recorded_at = recorded_at - interval '61 seconds' where position = 2");
    expect(await sealNext({ ...log.ports, seconds: 60 })).toBe('sealed');
    expect(await log.verify()).toMatchObject({ intact: true, events: 3, unsealed: { events: 0, seconds: 0 } });
  });

  it('has nothing to do in an empty log', async () => {
    expect(await log.seal()).toBe(0);
    expect(await log.verify()).toMatchObject({ intact: true, seals: 0, newest: undefined });
  });

  it('goes over gaps that rolled back draws left', async () => {
    await log.write(1);
    await log.pool.query("select nextval('es.events_position') from generate_series(1, 20)");
    await log.write(3);
    expect(await log.seal()).toBe(2);
    expect(await log.verify()).toMatchObject({ intact: true, events: 12, sealedUpTo: 32 });
  });

  it('and an event that is put into such a gap later is named', async () => {
    await log.write(10);
    await log.pool.query("select nextval('es.events_position')");
    await log.write(1);
    await log.seal();
    expect((await log.verify()).intact).toBe(true);
    await log.tamper(
      `insert into es.events select 31, 1, occurred_at, recorded_at, '${newId()}', command_id, correlation_id, causation_id,
        schema_version, 'order-x', type, actor, metadata, data from es.events where position = 30`,
    );
    expect((await log.verify()).findings).toEqual([
      { kind: 'inserted', position: 31, seal: 4, streamId: 'order-x', version: 1, type: 'OrderPlaced' },
    ]);
  });

  it('takes nothing that is above the watermark', async () => {
    await log.write(2);
    const held = new pg.Client({ connectionString: log.url });
    await held.connect();
    await held.query('begin');
    await held.query('select pg_advisory_xact_lock_shared(es.fence_key(3))');
    await log.seal();
    expect((await log.verify()).sealedUpTo).toBe(3);
    await held.query('commit');
    await held.end();
    await log.seal();
    expect(await log.verify()).toMatchObject({ intact: true, sealedUpTo: 6 });
  });

  it('is one chain, however many do it at once while events keep coming', async () => {
    const writing = (async () => {
      for (let n = 0; n < 60; n += 1) await log.store.append(anItem(to(aStream(), 'NO_STREAM', 3)));
    })();
    let done = false;
    const sealers = Array.from({ length: 4 }, async () => {
      const outcomes: string[] = [];
      while (!done) outcomes.push(await sealNext(log.ports));
      return outcomes;
    });
    await writing;
    done = true;
    const outcomes = (await Promise.all(sealers)).flat();
    await log.seal();
    const { rows } = await log.pool.query('select count(*)::int as seals from es.seals');
    const found = await log.verify();
    expect(found).toMatchObject({ intact: true, events: 180, seals: rows[0].seals, unsealed: { events: 0 } });
    expect(outcomes.filter((outcome) => outcome === 'sealed').length).toBeLessThanOrEqual(found.seals);
  });

  it('leaves nothing half done when it is cut off', async () => {
    await log.write(3);
    const pool = new pg.Pool({ connectionString: log.url, max: 1 });
    pool.on('error', () => {});
    // The key's row comes into the way of the statement, which waits for it and is then ended, as by a crash.
    const holder = new pg.Client({ connectionString: log.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('insert into es.seal_keys (key_id, public_key) values ($1, $2)', [
      Buffer.from(log.key.publicKey.id, 'hex'),
      log.key.publicKey.bytes,
    ]);
    const attempt = sealNext({ ...log.ports, pool }).catch((error: Error) => error.message);
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%es.seals%' and datname = current_database()`;
    let pid: number | undefined;
    while (pid === undefined) pid = (await log.pool.query(waiting)).rows[0]?.pid;
    await log.admin.query('select pg_terminate_backend($1)', [pid]);
    expect(await attempt).toMatch(/terminat/);
    await holder.query('rollback');
    await holder.end();
    await pool.end();
    expect((await log.pool.query('select from es.seals')).rowCount).toBe(0);
    expect((await log.pool.query('select from es.seal_keys')).rowCount).toBe(0);
    await log.seal();
    expect(await log.verify()).toMatchObject({ intact: true, events: 9 });
  });

  it('goes on under a new key; what the old one signed stays good', async () => {
    await log.write(3);
    await log.seal();
    const key = specKey('b');
    await log.write(3);
    await log.seal({ key });
    expect(await log.verify({ trusted: [key.publicKey] })).toMatchObject({ intact: true, events: 18, keyKnown: true });
    expect(await log.verify({ trusted: [log.key.publicKey, key.publicKey] })).toMatchObject({ intact: true });
    expect(await log.verify({ trusted: [] })).toMatchObject({ intact: true, keyKnown: false });
    expect(await log.verify()).toMatchObject({ intact: false });
  });

  it('by the workers goes in steps', async () => {
    await log.write(60);
    const chore = sealingChore(log.ports);
    await chore.run();
    expect((await log.verify()).seals).toBe(16);
    await chore.run();
    expect(await log.verify()).toMatchObject({ seals: 23, events: 180 });
  });
});

describe('a worker that knows the chain', () => {
  it.each([
    ['was cut', 'delete from es.seals where seal_number > 1'],
    ['is gone', 'delete from es.seals'],
    ['was made anew', "update es.seals set hash = decode(repeat('ab', 32), 'hex') where seal_number = 3"],
  ])('signs nothing more when it %s, and says so', async (_what, change) => {
    await log.write(6);
    const chore = sealingChore(log.ports);
    await chore.run();
    await log.tamper(change);
    const { rows: before } = await log.pool.query('select count(*)::int as seals from es.seals');
    await log.write(6);
    await expect(chore.run()).rejects.toThrow(/seal 3 .*npm run verify/);
    await expect(chore.run()).rejects.toThrow(/npm run verify/);
    expect((await log.pool.query('select count(*)::int as seals from es.seals')).rows).toEqual(before);
  });

  it('goes on from what others sealed meanwhile', async () => {
    const [one, other] = [sealingChore(log.ports), sealingChore(log.ports)];
    for (const chore of [one, other, one, other]) {
      await log.write(3);
      await chore.run();
    }
    expect(await log.verify()).toMatchObject({ intact: true, events: 36 });
  });
});

describe('seals are append-only, for the application and for their owner', () => {
  it.each(['es.seals', 'es.seal_keys', 'es.seal_verifications'])('%s', async (table) => {
    await expect(log.pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(log.admin.query(`delete from ${table}`)).rejects.toMatchObject({ code: '23001' });
  });
});
