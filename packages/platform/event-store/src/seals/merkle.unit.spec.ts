import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leafHash, merklePath, merkleRoot, rootOfPath } from './merkle.ts';
import { sha256 } from './sha256.ts';

/** The definition of RFC 6962, 2.1: split at the largest power of two that is smaller than the whole. */
const asDefined = (leaves: readonly Buffer[]): Buffer => {
  const [first] = leaves;
  if (leaves.length === 1 && first) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.concat([Buffer.of(1), asDefined(leaves.slice(0, split)), asDefined(leaves.slice(split))]));
};

const someLeaves = fc
  .array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 70 })
  .map((contents) => contents.map((content, index) => leafHash(index + 1, content)));
const aTree = someLeaves.chain((leaves) =>
  fc.record({ leaves: fc.constant(leaves), index: fc.nat({ max: leaves.length - 1 }) }),
);

it('the root is the one that RFC 6962 defines', () => {
  fc.assert(
    fc.property(someLeaves, (leaves) => {
      expect(merkleRoot(leaves)).toEqual(asDefined(leaves));
    }),
  );
});

it('a leaf begins with a byte 0 and its position, so that no node and no other position can be given out for it', () => {
  const content = sha256('an event');
  const position = Buffer.from('00000000000004d2', 'hex');
  expect(leafHash(1234, content)).toEqual(sha256(Buffer.concat([Buffer.of(0), position, content])));
});

it('every leaf has a path to the root', () => {
  fc.assert(
    fc.property(aTree, ({ leaves, index }) => {
      const leaf = leaves[index];
      expect(leaf && rootOfPath(leaf, index, leaves.length, merklePath(leaves, index))).toEqual(merkleRoot(leaves));
    }),
  );
});

it('a path is good for its leaf, its index and its steps alone', () => {
  const changed = aTree.chain(({ leaves, index }) =>
    fc.record({
      leaves: fc.constant(leaves),
      index: fc.constant(index),
      other: fc.nat({ max: leaves.length - 1 }),
      foreign: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      step: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(changed, ({ leaves, index, other, foreign, step }) => {
      const root = merkleRoot(leaves);
      const path = merklePath(leaves, index);
      const leaf = leaves[index] ?? Buffer.alloc(32);
      const count = leaves.length;
      expect(rootOfPath(Buffer.from(foreign), index, count, path)).not.toEqual(root);
      expect(rootOfPath(leaf, index, count, [...path, Buffer.from(foreign)])).toBeUndefined();
      expect(rootOfPath(leaf, count, count, path)).toBeUndefined();
      if (other !== index) expect(rootOfPath(leaf, other, count, path)).not.toEqual(root);
      if (path.length > 0) {
        expect(rootOfPath(leaf, index, count, path.slice(1))).toBeUndefined();
        const swapped = path.with(step % path.length, Buffer.from(foreign));
        expect(rootOfPath(leaf, index, count, swapped)).not.toEqual(root);
      }
    }),
  );
});
