import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Book, emptyBook, entriesOf, entryOf, put, without } from './book.ts';
import { emptyMemory, type Memory, recall, remember } from './memory.ts';

const ids = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'a', 'xa', ''), fc.string({ maxLength: 3 }));

it('is a map, whatever is put and taken, and stays one as JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, fc.option(fc.nat())), { maxLength: 40 }), (steps) => {
      const map = new Map<string, number>();
      let book: Book<number> = emptyBook;
      for (const [id, entry] of steps) {
        if (entry === null) map.delete(id);
        else map.set(id, entry);
        const next = entry === null ? without(book, id) : put(book, id, entry);
        book = JSON.parse(JSON.stringify(next));
      }
      expect(new Map(entriesOf(book))).toEqual(map);
      expect(book.size).toBe(map.size);
      for (const [id] of steps) expect(entryOf(book, id)).toBe(map.get(id));
    }),
  );
});

it('remembers at least the last of what is over, and not everything', () => {
  let memory: Memory<number> = emptyMemory;
  for (let id = 1; id <= 25; id += 1) memory = remember(memory, String(id), id, 10);
  const known = Array.from({ length: 25 }, (_, index) => index + 1).filter((id) => recall(memory, String(id)));
  expect(known).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
});
