import { type Book, emptyBook, entryOf, put } from './book.ts';

/**
 * What an item remembers of what is over, so that a repeat of it is known: at least the last `REMEMBERED`, at most twice
 * as many. A state that kept all of them would grow with every sale. What is older is known by the ids of its commands.
 */
export interface Memory<T> {
  readonly recent: Book<T>;
  readonly older: Book<T>;
}

export const REMEMBERED = 2_000;
export const emptyMemory = { recent: emptyBook, older: emptyBook } as const;

export const recall = <T>({ recent, older }: Memory<T>, id: string): T | undefined =>
  entryOf(recent, id) ?? entryOf(older, id);

export const remember = <T>({ recent, older }: Memory<T>, id: string, entry: T, limit = REMEMBERED): Memory<T> =>
  recent.size < limit || entryOf(recent, id) !== undefined
    ? { recent: put(recent, id, entry), older }
    : { recent: put<T>(emptyBook, id, entry), older: recent };
