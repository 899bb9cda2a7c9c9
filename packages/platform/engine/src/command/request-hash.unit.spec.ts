import { expect, it } from 'vitest';
import { requestHash } from './request-hash.ts';

const key = Buffer.alloc(32, 1);
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const request = { type: 'Place', data: { a: 1, b: { c: 2, d: [1, 2] } }, actor: ana };

it('is the same for the same wish, however its fields are ordered', () => {
  expect(requestHash(key, request)).toBe(requestHash(key, { ...request, data: { b: { d: [1, 2], c: 2 }, a: 1 } }));
});

it('differs by wish, by person and by the version they saw', () => {
  const hashes = [
    request,
    { ...request, data: { ...request.data, a: 2 } },
    { ...request, data: { ...request.data, b: { c: 2, d: [2, 1] } } },
    { ...request, actor: { ...ana, id: 'ben' } },
    { ...request, expectedVersion: 1 },
  ].map((one) => requestHash(key, one));
  expect(new Set(hashes).size).toBe(hashes.length);
});
