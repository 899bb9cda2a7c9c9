import { leafHash, merkleRoot } from './merkle.ts';

/** One event in a seal: where it stands, and the SHA-256 of its content. */
export interface Leaf {
  readonly position: number;
  readonly contentHash: Buffer;
}

const SIZE = 40;

/** As they are kept beside the seal: 8 bytes of position, 32 bytes of hash, one after the other. */
export const packLeaves = (leaves: readonly Leaf[]): Buffer => {
  const bytes = Buffer.alloc(leaves.length * SIZE);
  for (const [index, { position, contentHash }] of leaves.entries()) {
    bytes.writeBigUInt64BE(BigInt(position), index * SIZE);
    bytes.set(contentHash, index * SIZE + 8);
  }
  return bytes;
};

/** What was packed; bytes that nobody packed give what can be read of them. */
export const unpackLeaves = (bytes: Buffer): Leaf[] =>
  Array.from({ length: Math.floor(bytes.length / SIZE) }, (_, index) => ({
    position: Number(bytes.readBigUInt64BE(index * SIZE)),
    contentHash: bytes.subarray(index * SIZE + 8, (index + 1) * SIZE),
  }));

export const leafHashes = (leaves: readonly Leaf[]): Buffer[] =>
  leaves.map(({ position, contentHash }) => leafHash(position, contentHash));

/** The root over the leaves, hex; undefined where there are none. */
export const rootOf = (leaves: readonly Leaf[]): string | undefined =>
  leaves.length === 0 ? undefined : merkleRoot(leafHashes(leaves)).toString('hex');
