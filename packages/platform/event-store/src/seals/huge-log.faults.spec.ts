import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SpecLog, specLog } from './testing/spec-log.ts';

const EVENTS = 1_000_000;

let log: SpecLog;
beforeAll(async () => {
  log = await specLog();
  // 300 bytes each, 10 to a stream; by SQL, because it is not the append that is tried here.
  await log.admin.query(
    `insert into es.events (position, version, occurred_at, recorded_at, event_id, command_id, correlation_id, causation_id,
      schema_version, stream_id, type, actor, metadata, data)
     select n, 1 + (n - 1) % 10, now(), now(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), null, 1,
      'order-' || (n - 1) / 10, 'LineAdded', '{"kind": "user", "id": "ada", "name": "Ada"}', '{}',
      jsonb_build_object('n', n, 'sku', 'WW' || n % 4000, 'price', 2.55, 'text', repeat('x', 220))
     from generate_series(1, $1::int) as n`,
    [EVENTS],
  );
  await log.admin.query(`select setval('es.events_position', $1, true)`, [EVENTS]);
}, 600_000);
afterAll(() => log.drop());

it('a million events are sealed and verified in the memory that a thousand take, and the one that was changed is named', async () => {
  const started = performance.now();
  const seals = await log.seal({ events: 1_024 });
  const sealing = (performance.now() - started) / 1_000;
  await log.tamper(`update es.events set data = data || '{"price": 2.54}' where position = 777777`);

  const heap = { early: 0, late: 0 };
  const found = await log.verify({
    onProgress(done, of) {
      const part = done < of / 5 ? 'early' : 'late';
      heap[part] = Math.max(heap[part], process.memoryUsage().heapUsed);
    },
  });
  expect(found).toMatchObject({ seals, events: EVENTS, unsealed: { events: 0 } });
  expect(found.findings).toMatchObject([{ kind: 'changed', position: 777_777, streamId: 'order-77777', version: 7 }]);
  expect(heap.late).toBeLessThan(1.5 * heap.early + 64e6);
  const rate = (seconds: number) => `${seconds.toFixed(1)} s, ${Math.round(EVENTS / seconds)} events/s`;
  console.log(`sealed: ${rate(sealing)}; verified: ${rate(found.seconds)}; heap: ${Math.round(heap.late / 1e6)} MB`);
});
