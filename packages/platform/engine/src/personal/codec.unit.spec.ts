import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { personal } from '../define/personal.ts';
import { decode, encode, keyIdsOf } from './codec.ts';
import type { KeyRing } from './key-ring.ts';

const key = randomBytes(32);
const keys: KeyRing = {
  forWriting: async (subject) => ({ keyId: `key of ${subject}`, key }),
  forReading: async () => new Map(),
};
const shape = {
  type: 'Moved',
  schema: z.object({ who: z.string(), name: personal(z.string()), home: personal(z.object({ city: z.string() })) }),
  personal: { subject: 'who', purpose: 'contact' },
} as const;
const plain = { who: 'c-1', name: 'Ana', home: { city: 'Porto' } };

it('stores personal fields encrypted, and nothing else', async () => {
  const stored = await encode(shape, plain, keys);
  expect(stored).toMatchObject({ who: 'c-1', name: { subject: 'c-1', purpose: 'contact', keyId: 'key of c-1' } });
  expect(JSON.stringify(stored)).not.toMatch(/Ana|Porto/);
  expect(keyIdsOf(shape, stored)).toEqual(['key of c-1', 'key of c-1']);
  expect(decode(shape, stored, new Map([['key of c-1', key]]))).toEqual(plain);
});

it('reads as null where the key is gone', async () => {
  expect(decode(shape, await encode(shape, plain, keys), new Map())).toEqual({ who: 'c-1', name: null, home: null });
});

it('stores nothing personal of nobody', async () => {
  for (const who of [null, '', 'x'.repeat(201)])
    expect(await encode(shape, { ...plain, who }, keys)).toEqual({ who, name: null, home: null });
});

it('notices a ciphertext that was moved or altered', async () => {
  const stored = await encode(shape, plain, keys);
  const moved = { ...stored, name: { ...(stored.name as object), keyId: 'key of c-2' } };
  expect(() => decode(shape, moved, new Map([['key of c-2', key]]))).toThrow();
});
