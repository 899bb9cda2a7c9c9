import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describe as sentence } from './findings.ts';
import { readSealedHead } from './read-head.ts';
import { type SpecLog, specKey, specLog } from './testing/spec-log.ts';

// 10 streams of 3 events, 8 events a seal: seals of the positions 1–8, 9–16, 17–24, 25–30.
let log: SpecLog;
beforeAll(async () => {
  log = await specLog();
  await log.write(10);
  await log.seal();
});
afterAll(() => log.drop());
beforeEach(() => log.admin.query('begin'));
afterEach(() => log.admin.query('rollback'));

const CHANGES: Readonly<Record<string, string>> = {
  'its data': `update es.events set data = '{"n": 7}' where position = 11`,
  'one digit far behind the point': `update es.events set data = '{"n": 1.00000000000000000001}' where position = 11`,
  'when it was recorded, by a microsecond':
    "update es.events set recorded_at = recorded_at + interval '1 microsecond' where position = 11",
  'when it happened': "update es.events set occurred_at = 'infinity' where position = 11",
  'its type': "update es.events set type = 'OrderCancelled' where position = 11",
  'its version': 'update es.events set version = 99 where position = 11',
  'its stream': "update es.events set stream_id = 'order-other' where position = 11",
  'who did it': `update es.events set actor = '{"kind": "user", "id": "eve", "name": "Eve"}' where position = 11`,
  'its id': 'update es.events set event_id = gen_random_uuid() where position = 11',
  'its command': 'update es.events set command_id = null where position = 11',
  'its cause': 'update es.events set causation_id = gen_random_uuid() where position = 11',
  'its story': 'update es.events set correlation_id = gen_random_uuid() where position = 11',
  'its schema': 'update es.events set schema_version = 2 where position = 11',
  'its metadata': `update es.events set metadata = '{"note": ""}' where position = 11`,
};

describe('what a superuser does to one event is named, with its position', () => {
  it.each(Object.entries(CHANGES))('changing %s', async (_what, change) => {
    await log.tamper(change);
    const { intact, findings } = await log.verify();
    expect(intact).toBe(false);
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'changed', position: 11, seal: 2, type: expect.any(String) }),
    ]);
  });

  it('every column is a part of what is sealed', async () => {
    const { rows } = await log.pool.query(
      "select count(*)::int as columns from information_schema.columns where table_schema = 'es' and table_name = 'events'",
    );
    expect(rows).toEqual([{ columns: Object.keys(CHANGES).length }]);
  });

  it('deleting it', async () => {
    const { rows } = await log.pool.query('select stream_id from es.events where position = 20');
    await log.tamper('delete from es.events where position = 20');
    const { findings } = await log.verify();
    const command = `PlaceOrder on ${rows[0].stream_id}`;
    expect(findings).toEqual([{ kind: 'removed', position: 20, seal: 3, command }]);
    expect(findings.map(sentence)).toEqual([`position 20: removed; it was made by ${command} (seal 3)`]);
  });

  it('swapping the positions of two', async () => {
    await log.tamper(
      'update es.events set position = 1000 where position = 3',
      'update es.events set position = 3 where position = 18',
      'update es.events set position = 18 where position = 1000',
    );
    const { findings } = await log.verify();
    expect(findings).toMatchObject([
      { kind: 'reordered', position: 3, seal: 1, holds: 18, nowAt: 18 },
      { kind: 'reordered', position: 18, seal: 3, holds: 3, nowAt: 3 },
    ]);
    expect(findings.map(sentence)[0]).toMatch(
      /^position 3: reordered, OrderPlaced, version 3 of order-.*; swapped with/,
    );
  });

  it('swapping what two of them say', async () => {
    await log.tamper(
      `update es.events e set data = o.data from es.events o
        where (e.position, o.position) in ((5, 6), (6, 5))`,
    );
    expect((await log.verify()).findings).toMatchObject([
      { kind: 'changed', position: 5 },
      { kind: 'changed', position: 6 },
    ]);
  });

  it('moving one behind the others', async () => {
    await log.tamper('update es.events set position = 1000 where position = 12');
    const { findings } = await log.verify();
    expect(findings).toMatchObject([
      { kind: 'reordered', position: 12, nowAt: 1000 },
      { kind: 'reordered', position: 1000, holds: 12, seal: 0 },
    ]);
    expect(findings.map(sentence)[1]).toMatch(/was sealed at position 12 \(where no append puts one\)$/);
  });

  it.each([-7, 0, 5000])('putting one where no reader of the log comes: at position %s', async (position) => {
    await log.tamper(
      `insert into es.events select ${position}, 1, occurred_at, recorded_at, gen_random_uuid(), command_id, correlation_id,
        causation_id, schema_version, 'order-x', type, actor, metadata, data from es.events where position = 30`,
    );
    expect((await log.verify()).findings).toEqual([
      { kind: 'inserted', position, seal: 0, streamId: 'order-x', version: 1, type: 'OrderPlaced' },
    ]);
  });

  it('turning three round', async () => {
    await log.tamper(
      'update es.events set position = position + 1000 where position in (9, 10, 11)',
      'update es.events set position = case position when 1009 then 10 when 1010 then 11 else 9 end where position > 1000',
    );
    expect((await log.verify()).findings).toMatchObject([
      { kind: 'reordered', position: 9, holds: 11, nowAt: 10 },
      { kind: 'reordered', position: 10, holds: 9, nowAt: 11 },
      { kind: 'reordered', position: 11, holds: 10, nowAt: 9 },
    ]);
  });
});

describe('what a superuser does to the seals is named', () => {
  it.each([
    ['its root', "root = decode(repeat('ab', 32), 'hex')"],
    ['its time', "sealed_at = sealed_at + interval '1 microsecond'"],
    ['its range', 'first_position = first_position + 1'],
    ['its signature', "signature = decode(repeat('ab', 64), 'hex')"],
    ['its hash', "hash = decode(repeat('ab', 32), 'hex')"],
    ['its link', "previous = decode(repeat('ab', 32), 'hex')"],
  ])('changing %s', async (_what, change) => {
    await log.tamper(`update es.seals set ${change} where seal_number = 2`);
    const { findings } = await log.verify();
    expect(findings[0]).toMatchObject({ kind: 'seal', seal: 2, toPosition: 16 });
    expect(findings.filter(({ kind }) => kind !== 'seal')).toEqual([]);
  });

  it.each([
    ['a part of the next one’s', 2, 20],
    ['less than it did', 2, 14],
    ['less than it did, at the end', 4, 28],
    ['all that is to come', 4, '9223372036854775807'],
  ])('making it speak for %s: no event is blamed', async (_what, seal, last) => {
    await log.tamper(`update es.seals set last_position = ${last} where seal_number = ${seal}`);
    const { findings } = await log.verify();
    expect(findings[0]).toMatchObject({
      kind: 'seal',
      seal,
      problem: 'what it says does not give its hash; its signature does not fit what it says',
    });
    expect(findings.filter(({ kind }) => kind !== 'seal')).toEqual([]);
  });

  it('changing the list of leaves, although the events are intact', async () => {
    await log.tamper("update es.seals set leaves = overlay(leaves placing '\\x00' from 20) where seal_number = 2");
    const { findings } = await log.verify();
    expect(findings.map(sentence)).toEqual([
      'seal 2 (positions 9 to 16): its list of leaves was changed; its events are as they were sealed',
    ]);
  });

  it('changing an event and the leaves to match', async () => {
    await log.tamper(
      `update es.events set data = '{"n": 7}' where position = 11`,
      "update es.seals set leaves = overlay(leaves placing '\\x00' from 20) where seal_number = 2",
    );
    const { findings } = await log.verify();
    expect(findings[0]).toMatchObject({ kind: 'seal', seal: 2, fromPosition: 9, toPosition: 16 });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'changed', position: 11 }));
  });

  it('taking one out of the middle', async () => {
    await log.tamper('delete from es.seals where seal_number = 2');
    expect((await log.verify()).findings).toMatchObject([{ kind: 'seal', seal: 2, fromPosition: 9, toPosition: 16 }]);
  });

  it('replacing a key', async () => {
    await log.tamper("update es.seal_keys set public_key = decode(repeat('ab', 32), 'hex')");
    expect((await log.verify({ trusted: [] })).findings[0]).toMatchObject({ kind: 'seal', seal: 1 });
    await log.tamper(
      'alter table es.seal_keys drop constraint seal_keys_public_key_check',
      "update es.seal_keys set public_key = '\\x00'",
    );
    expect((await log.verify({ trusted: [] })).findings[0]).toMatchObject({ kind: 'seal', seal: 1 });
  });
});

describe('who rewrites events and seals', () => {
  const MAKE_ANEW = [
    `update es.events set data = '{"n": 7}' where position = 26`,
    'delete from es.seals where seal_number > 3',
  ];

  it('with a key of their own is found by the key that is known outside', async () => {
    await log.tamper(...MAKE_ANEW);
    await log.seal({ pool: log.admin, key: specKey('e') });
    expect((await log.verify({ trusted: [] })).intact).toBe(true);
    expect((await log.verify()).findings).toMatchObject([{ kind: 'seal', seal: 4, fromPosition: 25, toPosition: 30 }]);
  });

  it('with the right key is found by a head that was kept', async () => {
    const head = await readSealedHead(log.admin);
    await log.tamper(...MAKE_ANEW);
    await log.seal({ pool: log.admin });
    expect((await log.verify()).intact).toBe(true);
    const { findings } = await log.verify({ ...(head ? { head } : {}) });
    expect(findings.map(sentence)).toEqual([
      'seal 4 (positions 25 to 30): it is not the one that was kept: the chain was made anew',
    ]);
  });

  it('cuts off the end, and is found by a head that was kept', async () => {
    const head = await readSealedHead(log.admin);
    await log.tamper('delete from es.events where position > 20', 'delete from es.seals where seal_number > 2');
    const { findings } = await log.verify({ ...(head ? { head } : {}) });
    expect(findings.map(sentence)).toEqual([
      'seal 4 (positions 17 to 30): it was kept and is missing: the chain was cut after seal 2',
    ]);
  });
});
