/** Where the pending loads of one request are kept. */
export type BatchScope = Map<object, Map<string, Promise<unknown>>>;
export const createBatchScope = (): BatchScope => new Map();

/**
 * A load that is asked for one key at a time and done for all keys of a tick at once; a key that is
 * being loaded is not loaded twice. `load` answers with what it found, by key; what is missing becomes `undefined`.
 *
 *     const invoicesOfOrder = batched((ctx, orderIds) => …one statement…);
 *     resolve: (order, _args, ctx) => invoicesOfOrder(ctx, order.id)
 */
export const batched = <C extends { readonly batch: BatchScope }, T>(
  load: (context: C, keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): ((context: C, key: string) => Promise<T | undefined>) => {
  const waiting = new WeakMap<BatchScope, { keys: Set<string>; answer: Promise<ReadonlyMap<string, T>> }>();
  const scopeKey = {};
  const nextBatch = (context: C) => {
    const pending = waiting.get(context.batch);
    if (pending) return pending;
    const keys = new Set<string>();
    const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting.delete(context.batch);
      return load(context, [...keys]);
    });
    const batch = { keys, answer };
    waiting.set(context.batch, batch);
    return batch;
  };
  return (context, key) => {
    const known = context.batch.get(scopeKey) ?? new Map<string, Promise<unknown>>();
    context.batch.set(scopeKey, known);
    const loaded = known.get(key);
    if (loaded) return loaded as Promise<T | undefined>;
    const batch = nextBatch(context);
    batch.keys.add(key);
    const value = batch.answer.then((found) => found.get(key));
    known.set(key, value);
    // Nothing is remembered: a subscription's context lives long, and rows change.
    const forget = () => void known.delete(key);
    value.then(forget, forget);
    return value;
  };
};

/** Rows by the key they belong to, in their order: for `batched` loads of lists. */
export const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};
