import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InclusionProof, inclusionProof } from './inclusion-proof.ts';
import { readSealedHead } from './read-head.ts';
import { type SpecLog, specKey, specLog } from './testing/spec-log.ts';

const VERIFIER = fileURLToPath(new URL('../../../../../scripts/verify-proof.mjs', import.meta.url));
const known = specKey('a').publicKey.bytes.toString('base64');

// 10 streams of 3 events, 8 events a seal: seals of the positions 1–8, 9–16, 17–24, 25–30.
let log: SpecLog;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'waybill-proof-'));
  log = await specLog();
  await log.write(10);
  await log.seal();
});
afterAll(async () => {
  rmSync(dir, { recursive: true });
  await log.drop();
});

const file = (name: string, value: unknown): string => {
  const path = join(dir, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};
/** What somebody without the database, and without the project's packages, is told. */
const check = (proof: unknown, ...args: string[]): Promise<{ ok: boolean; says: string }> =>
  promisify(execFile)(process.execPath, [VERIFIER, file('proof.json', proof), ...args], { cwd: dir }).then(
    ({ stdout }) => ({ ok: true, says: stdout }),
    ({ stderr }: { stderr: string }) => ({ ok: false, says: stderr }),
  );
const proofOf = async (position: number, upTo = 0): Promise<InclusionProof> => {
  const proof = await inclusionProof(log.pool, position, { upTo });
  if (!proof) throw new Error(`no proof of ${position}`);
  return proof;
};

describe('the proof of one event', () => {
  it('is checked offline, for every place in a tree', async () => {
    const places = [9, 16, 25, 28, 29, 30];
    const answers = await Promise.all(
      places.map(async (position) => {
        const proof = await proofOf(position);
        return promisify(execFile)(process.execPath, [VERIFIER, file(`${position}.json`, proof), '--key', known]);
      }),
    );
    expect(answers.map(({ stdout }) => stdout.split('\n')[0])).toEqual(
      places.map((position) => `✓ The event at position ${position} is what was sealed.`),
    );
  });

  it('is not there for a position without an event, and for one without a seal', async () => {
    await log.write(1);
    expect([await inclusionProof(log.pool, 0), await inclusionProof(log.pool, 31)]).toEqual([undefined, undefined]);
  });

  it('fails when the event, its position, its path or its seal is not what was sealed', async () => {
    const proof = await proofOf(12);
    const { seal } = proof;
    const forgeries: readonly [unknown, RegExp][] = [
      [{ ...proof, content: proof.content.replace('OrderPlaced', 'OrderPlacee') }, /the event, or its position/],
      [{ ...proof, position: 13 }, /the event, or its position/],
      [{ ...proof, index: 4 }, /the event, or its position/],
      [{ ...proof, index: 8 }, /Its place/],
      [{ ...proof, path: proof.path.slice(1) }, /too short/],
      [{ ...proof, path: [...proof.path, seal.root] }, /too long/],
      [{ ...proof, seal: { ...seal, sealedAt: '2020-01-01T00:00:00.000000Z' } }, /hash does not fit/],
      [{ ...proof, seal: { ...seal, signature: seal.signature.replace(/^../, '00') } }, /signature does not fit/],
      [{ ...proof, publicKey: specKey('e').publicKey.bytes.toString('base64') }, /not the one that the seal names/],
      [{ format: 'something' }, /no waybill-proof-1 file/],
    ];
    for (const [forgery, why] of forgeries)
      expect(await check(forgery)).toMatchObject({ ok: false, says: expect.stringMatching(why) });
  });

  it('made by somebody with a key of their own fails against the key that is known', async () => {
    const other = specKey('e').publicKey.bytes.toString('base64');
    expect(await check(await proofOf(12), '--key', other)).toMatchObject({
      ok: false,
      says: expect.stringMatching(/another key signed/),
    });
    expect(await check(await proofOf(12), '--key', known)).toMatchObject({ ok: true });
  });

  it('leads to a head that was kept, and to no other', async () => {
    const head = await readSealedHead(log.pool);
    const path = file('head.json', head);
    expect(await check(await proofOf(12, 4), '--head', path, '--key', known)).toMatchObject({ ok: true });
    expect(await check(await proofOf(12), '--head', path)).toMatchObject({
      ok: false,
      says: expect.stringMatching(/ends at seal 2/),
    });
    const proof = await proofOf(12, 4);
    const chain = proof.chain.map((seal, at) => (at === 1 ? { ...seal, count: 1 } : seal));
    expect(await check({ ...proof, chain }, '--head', path)).toMatchObject({
      ok: false,
      says: expect.stringMatching(/does not lead/),
    });
  });
});
