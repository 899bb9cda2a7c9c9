/**
 * Works on items in their order, on `most` of them at the same moment; the results are in the items' order. Whatever needs
 * a connection for each item must not ask the pool for all of them at once.
 */
export const sideBySide = async <T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  const left = items.entries();
  const next = async () => {
    for (const [index, item] of left) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, next));
  return results;
};
