import { createEventStore } from '@waybill/event-store';
import { recordVerification, sealingChore, sealKeyOf, verifySeals } from '@waybill/event-store/seals';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

const key = sealKeyOf(Buffer.alloc(32, 'k'));
let house: House;
let watermark: () => Promise<number>;
beforeAll(async () => {
  house = await startHouse();
  const store = createEventStore(house.pool);
  watermark = () => store.watermark();
});
afterAll(() => house.stop());

const STATUS = `{ sealStatus {
  sealedUpTo keyId unsealedEvents late newest { number signed }
  lastVerification { by intact sealedUpTo findingsCount findings { text } } } }`;

it('the state of the seals is shown: none, then how far and by whom, then what the last verification found', async () => {
  const { sealStatus: before } = await house.ask(STATUS);
  expect(before).toMatchObject({ sealedUpTo: 0, newest: null, keyId: null, lastVerification: null });

  const shop = await openShop(house);
  await shop.place();
  await sealingChore({ pool: house.pool, watermark, key, events: 2, seconds: 0 }).run();
  const found = await verifySeals({ pool: house.pool, watermark, trusted: [key.publicKey] });
  await recordVerification(house.pool, 'Ana on her machine', found);

  const { sealStatus } = await house.ask(STATUS);
  expect(sealStatus).toMatchObject({
    keyId: key.publicKey.id,
    late: false,
    newest: { number: found.seals, signed: true },
    lastVerification: { by: 'Ana on her machine', intact: true, findingsCount: 0, findings: [] },
  });
  expect(Number(sealStatus.sealedUpTo)).toBeGreaterThan(0);
});

it('seals are read page by page, newest first', async () => {
  const page = `query ($after: String) { seals(first: 1, after: $after) {
    totalCount nodes { number count signed } pageInfo { endCursor hasNextPage } } }`;
  const { seals } = await house.ask(page, { after: null });
  const { seals: next } = await house.ask(page, { after: seals.pageInfo.endCursor });
  expect(seals.nodes[0]).toMatchObject({ number: seals.totalCount, signed: true });
  expect(next.nodes[0]?.number ?? 0).toBe(seals.totalCount - 1);
});

it('whoever asks gets the proof of a sealed event, and null where there is none', async () => {
  const proof = '{ inclusionProof(position: 1) }';
  expect((await house.ask(proof)).inclusionProof).toMatchObject({ format: 'waybill-proof-1', position: 1, index: 0 });
  expect((await house.ask('{ inclusionProof(position: 4000000) }')).inclusionProof).toBeNull();
});
