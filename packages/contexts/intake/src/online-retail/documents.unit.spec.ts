import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetailDocument } from './document.ts';
import { documentsOf, indexRows } from './documents.ts';
import type { Row } from './row.ts';

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
const row = (document: string, line: number): Row => ({
  line,
  document,
  code: `P${line % 3}`,
  description: 'THING',
  quantity: (line % 5) + 1,
  unitPrice: '1.25',
  localTime: '2010-12-01 08:26:00',
  customer: '17850',
  country: 'United Kingdom',
});
const group = async (rows: readonly Row[]): Promise<RetailDocument[]> => {
  const index = await indexRows(from(rows));
  const documents: RetailDocument[] = [];
  for await (const document of documentsOf(from(rows), index)) documents.push(document);
  return documents;
};
const byNumber = (documents: readonly RetailDocument[]) =>
  new Map(documents.map((document) => [document.number, document.rows]));

describe('documents of a file', () => {
  it('come whole, each when its last row was read, whatever stands between its rows', async () => {
    const rows = [row('1', 2), row('2', 3), row('1', 4), row('3', 5), row('2', 6)];
    expect((await group(rows)).map(({ number, rows }) => [number, rows.map(({ line }) => line)])).toEqual([
      ['1', [2, 4]],
      ['3', [5]],
      ['2', [3, 6]],
    ]);
  });

  it('keep rows that repeat each other exactly', async () => {
    const twice = [row('1', 2), row('1', 2)];
    expect(byNumber(await group(twice)).get('1')).toEqual(twice);
  });

  it('are the same for every way of interleaving them', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });
    const interleaved = sizes.chain((lengths) => {
      const tickets = lengths.flatMap((length, document) => Array<string>(length).fill(String(document)));
      return fc.record({
        ordered: fc.constant(tickets),
        shuffled: fc.shuffledSubarray(tickets, { minLength: tickets.length }),
      });
    });
    // The nth row of a document is the same row wherever it stands.
    const rowsOf = (tickets: readonly string[]): Row[] => {
      const seen = new Map<string, number>();
      return tickets.map((document) => {
        const nth = (seen.get(document) ?? 0) + 1;
        seen.set(document, nth);
        return row(document, nth);
      });
    };
    await fc.assert(
      fc.asyncProperty(interleaved, async ({ ordered, shuffled }) => {
        const [straight, mixed] = [await group(rowsOf(ordered)), await group(rowsOf(shuffled))];
        expect(new Map([...byNumber(mixed)].sort())).toEqual(new Map([...byNumber(straight)].sort()));
      }),
    );
  });

  it('are never handed out in part: a file that changed meanwhile is an error', async () => {
    const index = await indexRows(from([row('1', 2), row('1', 3)]));
    const documents = documentsOf(from([row('1', 2)]), index);
    await expect(documents.next()).rejects.toThrow(/inside document 1/);
  });
});
