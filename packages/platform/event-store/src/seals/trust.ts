import type { Seal } from './seal.ts';
import type { PublicKey } from './seal-key.ts';

/**
 * A seal that a known key signed vouches for all before it, whoever signed those: it holds their hashes. What comes after
 * the last such one could be anybody's. Without any known key there is nothing to tell.
 */
export const createTrust = (known: readonly PublicKey[]) => {
  const ids = new Set(known.map(({ id }) => id));
  let since: Seal | undefined;
  return {
    /** The next seal of the chain, and whether nothing is wrong with it. */
    saw(seal: Seal, sound: boolean): void {
      if (ids.has(seal.keyId) && sound) since = undefined;
      else if (!ids.has(seal.keyId)) since ??= seal;
    },
    /** The first of the seals at the end that no known key vouches for. */
    unvouched: (): Seal | undefined => (ids.size > 0 ? since : undefined),
  };
};
