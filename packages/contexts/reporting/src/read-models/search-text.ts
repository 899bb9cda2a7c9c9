/** What a search looks through, in lower case: each word once. */
export const searchText = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null))].join(' ').toLowerCase();

/** A number that came later joins what can be found. */
export const alsoFoundBy = (search: string, word: string): string => {
  const added = word.toLowerCase();
  return search.split(' ').includes(added) ? search : `${search} ${added}`;
};
