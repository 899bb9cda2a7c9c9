/**
 * The shard that a row's key belongs to, of so many. The same in every process and every version: rows are never looked
 * for elsewhere. FNV-1a, 32 bits.
 */
export const shardOf = (key: string, shards: number): number => {
  if (shards === 1) return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shards;
};
