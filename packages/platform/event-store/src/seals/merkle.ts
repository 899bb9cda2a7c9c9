import { sha256 } from './sha256.ts';

/** A Merkle tree after RFC 6962. Leaves and nodes begin differently, so that none can be given out for the other. */
const LEAF = 0x00;
const NODE = 0x01;

/** The leaf of an event: its position (8 bytes, big-endian) and the SHA-256 of its content. */
export const leafHash = (position: number, contentHash: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(41);
  bytes[0] = LEAF;
  bytes.writeBigUInt64BE(BigInt(position), 1);
  bytes.set(contentHash, 9);
  return sha256(bytes);
};

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(65);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
};

/** The next level up; a node without a neighbour rises as it is. */
const risen = (level: readonly Buffer[]): Buffer[] => {
  const next: Buffer[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i], level[i + 1]];
    if (left) next.push(right ? nodeHash(left, right) : left);
  }
  return next;
};

/** The root over at least one leaf. */
export const merkleRoot = (leaves: readonly Buffer[]): Buffer => {
  let level = leaves;
  while (level.length > 1) level = risen(level);
  const [root] = level;
  if (!root) throw new RangeError('A tree has at least one leaf.');
  return root;
};

/** The neighbours that lead from the leaf at `index` to the root, lowest first. */
export const merklePath = (leaves: readonly Buffer[], index: number): Buffer[] => {
  const path: Buffer[] = [];
  let level = leaves;
  for (let at = index; level.length > 1; at >>= 1) {
    const neighbour = level[at ^ 1];
    if (neighbour) path.push(neighbour);
    level = risen(level);
  }
  return path;
};

/** The root that a path leads to, in a tree of `count` leaves; undefined where it cannot be a path of this leaf. */
export const rootOfPath = (
  leaf: Buffer,
  index: number,
  count: number,
  path: readonly Uint8Array[],
): Buffer | undefined => {
  if (index < 0 || index >= count) return undefined;
  let root = leaf;
  let next = 0;
  for (let at = index, last = count - 1; last > 0; at >>= 1, last >>= 1) {
    if (at === last && at % 2 === 0) continue;
    const neighbour = path[next++];
    if (!neighbour) return undefined;
    root = at % 2 === 0 ? nodeHash(root, neighbour) : nodeHash(neighbour, root);
  }
  return next === path.length ? root : undefined;
};
