import { expect, it } from 'vitest';
import { publicKeyOf, sealKeyOf } from './seal-key.ts';
import { sha256 } from './sha256.ts';

// RFC 8032, 7.1, test 1: the empty message.
const SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const SIGNATURE =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';

it('signs as RFC 8032 shows, and its public part alone can tell', () => {
  const key = sealKeyOf(SEED);
  expect(key.publicKey.bytes.toString('hex')).toBe(PUBLIC);
  expect(key.sign('').toString('hex')).toBe(SIGNATURE);
  const known = publicKeyOf(Buffer.from(PUBLIC, 'hex'));
  expect(known.id).toBe(sha256(Buffer.from(PUBLIC, 'hex')).toString('hex'));
  expect([known.fits('', Buffer.from(SIGNATURE, 'hex')), known.fits('!', Buffer.from(SIGNATURE, 'hex'))]).toEqual([
    true,
    false,
  ]);
});

it('takes 32 bytes and nothing else', () => {
  expect(() => sealKeyOf(Buffer.alloc(31))).toThrow('32 bytes');
  expect(() => publicKeyOf(Buffer.alloc(33))).toThrow('32 bytes');
});
