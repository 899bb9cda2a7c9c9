import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from './sha256.ts';

/** An Ed25519 public key; its id is the SHA-256 of its 32 bytes, hex. */
export interface PublicKey {
  readonly id: string;
  readonly bytes: Buffer;
  fits(message: string, signature: Uint8Array): boolean;
}

/** The key that signs seals. It stands outside the database: whoever changes rows there cannot sign them. */
export interface SealKey {
  readonly publicKey: PublicKey;
  sign(message: string): Buffer;
}

/** What stands before the 32 bytes in DER (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

const der = (prefix: Buffer, bytes: Uint8Array) => ({
  key: Buffer.concat([prefix, bytes]),
  format: 'der' as const,
});

/** From 32 bytes. */
export const publicKeyOf = (bytes: Uint8Array): PublicKey => {
  if (bytes.length !== 32) throw new RangeError('An Ed25519 public key has 32 bytes.');
  const key = createPublicKey({ ...der(PUBLIC, bytes), type: 'spki' });
  return keyObject(key, Buffer.from(bytes));
};

const keyObject = (key: KeyObject, bytes: Buffer): PublicKey => ({
  id: sha256(bytes).toString('hex'),
  bytes,
  fits: (message, signature) => verify(null, Buffer.from(message), key, signature),
});

/** From 32 random bytes, the private key. */
export const sealKeyOf = (seed: Uint8Array): SealKey => {
  if (seed.length !== 32) throw new RangeError('The key that signs seals has 32 bytes.');
  const key = createPrivateKey({ ...der(PRIVATE, seed), type: 'pkcs8' });
  const publicKey = createPublicKey(key);
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(PUBLIC.length);
  return { publicKey: keyObject(publicKey, bytes), sign: (message) => sign(null, Buffer.from(message), key) };
};
