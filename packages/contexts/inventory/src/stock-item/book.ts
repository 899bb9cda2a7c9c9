/**
 * A map that is JSON, and cheap to copy: entries stand in drawers by the end of their id, so that a change of one among
 * thousands copies a drawer and the list of drawers.
 */
export interface Book<T> {
  readonly size: number;
  readonly drawers: Readonly<Record<string, Readonly<Record<string, T>>>>;
}

export const emptyBook = { size: 0, drawers: {} } as const;

const drawerOf = (id: string): string => id.slice(-2);
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const entryOf = <T>({ drawers }: Book<T>, id: string): T | undefined => {
  const drawer = own(drawers, drawerOf(id));
  return drawer && own(drawer, id);
};

export const put = <T>({ size, drawers }: Book<T>, id: string, entry: T): Book<T> => {
  const drawer = own(drawers, drawerOf(id)) ?? {};
  const known = Object.hasOwn(drawer, id);
  return { size: known ? size : size + 1, drawers: { ...drawers, [drawerOf(id)]: { ...drawer, [id]: entry } } };
};

export const without = <T>(book: Book<T>, id: string): Book<T> => {
  if (entryOf(book, id) === undefined) return book;
  const { [drawerOf(id)]: drawer, ...others } = book.drawers;
  const { [id]: _, ...rest } = drawer ?? {};
  const drawers = Object.keys(rest).length > 0 ? { ...others, [drawerOf(id)]: rest } : others;
  return { size: book.size - 1, drawers };
};

export const entriesOf = <T>({ drawers }: Book<T>): readonly (readonly [id: string, entry: T])[] =>
  Object.values(drawers).flatMap((drawer) => Object.entries(drawer));
