/** Every word of a search must be in the row's (lower-case) search text. */
export const everyWord = (search: string | null | undefined): { search: { contains: string } }[] =>
  (search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => ({ search: { contains: word.replaceAll(/[\\%_]/g, '\\$&') } }));
