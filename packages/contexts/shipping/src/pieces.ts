import { z } from 'zod';

/** So many pieces of a line of the order. */
export const pieces = z.object({ lineId: z.string(), quantity: z.number() });
/** The same with what they are, for those who know no order. */
export const goods = pieces.extend({ sku: z.string() });
/** Pieces as somebody asks for them. */
export const askedPieces = z.object({
  lineId: z.string(),
  quantity: z.int('it must be a whole number of pieces').min(1, 'it must be at least 1').max(1_000_000),
});

export type Pieces = z.output<typeof pieces>;
/** Pieces by line; a line that is not in it has none. */
export type Count = ReadonlyMap<string, number>;

export const none: Count = new Map();

const of = (count: Count, lineId: string): number => count.get(lineId) ?? 0;

/** Adds up what may name a line more than once. */
export const countOf = (lines: readonly Pieces[]): Count => plus(none, lines);

export const plus = (count: Count, lines: readonly Pieces[]): Count => {
  const sum = new Map(count);
  for (const { lineId, quantity } of lines) sum.set(lineId, of(sum, lineId) + quantity);
  return sum;
};

/** What is left; lines of which nothing is left are gone. */
export const minus = (count: Count, lines: readonly Pieces[]): Count => {
  const left = new Map(count);
  for (const { lineId, quantity } of lines) {
    const remaining = of(left, lineId) - quantity;
    if (remaining > 0) left.set(lineId, remaining);
    else left.delete(lineId);
  }
  return left;
};

/** As many as both have of each line. */
export const shared = (one: Count, other: Count): Count => {
  const both = [...one].map(([lineId, quantity]) => [lineId, Math.min(quantity, of(other, lineId))] as const);
  return new Map(both.filter(([, quantity]) => quantity > 0));
};

export const linesOf = (count: Count): Pieces[] => [...count].map(([lineId, quantity]) => ({ lineId, quantity }));

export const totalOf = (count: Count): number => [...count.values()].reduce((sum, quantity) => sum + quantity, 0);

/** The first line of which more is asked than there is, with how many there are. */
export const tooManyOf = (asked: Count, there: Count): Pieces | undefined => {
  const line = [...asked].find(([lineId, quantity]) => quantity > of(there, lineId));
  return line && { lineId: line[0], quantity: of(there, line[0]) };
};

/** These lines with so many pieces of each; those without any are left out. */
export const withPieces = <Line extends Pieces>(lines: readonly Line[], count: Count): Line[] =>
  lines.map((line) => ({ ...line, quantity: of(count, line.lineId) })).filter(({ quantity }) => quantity > 0);
