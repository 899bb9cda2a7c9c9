import { type Leaf, rootOf, unpackLeaves } from './leaves.ts';
import type { StoredSeal } from './read-seals.ts';
import { NO_SEAL, type Seal, sealHash, statementText } from './seal.ts';
import type { PublicKey } from './seal-key.ts';

/** What is wrong with a seal by itself and in its chain, one clause each. `keys`: by id, all that could have signed it. */
export const checkSeal = (seal: Seal, before: Seal | undefined, keys: ReadonlyMap<string, PublicKey>): string[] => {
  const key = keys.get(seal.keyId);
  const follows = (before?.number ?? 0) === seal.number - 1;
  return [
    sealHash(seal) === seal.hash ? '' : 'what it says does not give its hash',
    key ? '' : `the key that signed it (${seal.keyId.slice(0, 16)}…) is gone`,
    key && !key.fits(statementText(seal), Buffer.from(seal.signature, 'hex'))
      ? 'its signature does not fit what it says'
      : '',
    follows && seal.previous !== (before?.hash ?? NO_SEAL) ? 'it does not continue the seal before it' : '',
    seal.firstPosition > (before?.lastPosition ?? 0) ? '' : 'it speaks for positions of the seal before it',
  ].filter(Boolean);
};

/** A seal's list of leaves, held against its root. */
export interface LeafList {
  readonly leaves: readonly Leaf[];
  /** They give the root, which vouches for each of them. */
  readonly vouched: boolean;
  /** Of the first and the last event: as vouched leaves have them, else as the seal says. */
  readonly first: number;
  readonly last: number;
}

export const leafList = (seal: StoredSeal): LeafList => {
  const leaves = unpackLeaves(seal.leaves);
  const vouched = rootOf(leaves) === seal.root;
  const [first, last] = vouched ? [leaves[0], leaves.at(-1)] : [];
  return { leaves, vouched, first: first?.position ?? seal.firstPosition, last: last?.position ?? seal.lastPosition };
};

/**
 * Where the list was changed, the rows may still be what was sealed: then they give the root, and the list's word against
 * them counts for nothing.
 */
export const checkLeaves = (
  seal: Seal,
  { leaves, vouched }: LeafList,
  rows: readonly Leaf[],
): { readonly problems: readonly string[]; readonly rowsGiveRoot: boolean } => {
  if (vouched) {
    const problems = leaves.length === seal.count ? [] : [`it says ${seal.count} events, its root ${leaves.length}`];
    return { problems, rowsGiveRoot: false };
  }
  return rootOf(rows) === seal.root
    ? { problems: ['its list of leaves was changed; its events are as they were sealed'], rowsGiveRoot: true }
    : {
        problems: ['its root does not fit its list of leaves, which cannot vouch for single events'],
        rowsGiveRoot: false,
      };
};
