import type { OrderLine } from './line.ts';

/** What shipping needs to know of a piece, and billing is not told. */
export type Measures = Pick<OrderLine, 'weightGrams' | 'size'>;

export const withoutMeasures = <Line extends Measures>({ weightGrams: _, size: __, ...line }: Line) => line;

/** The lines with the measures that are known of them under their ids; `usual` where none are. */
export const withMeasures = <Line extends { readonly lineId: string }>(
  lines: readonly Line[],
  known: readonly (Measures & { readonly lineId: string })[],
  usual: (line: Line) => Measures = () => ({ weightGrams: null, size: null }),
): (Line & Measures)[] => {
  const measures = new Map(known.map(({ lineId, weightGrams, size }) => [lineId, { weightGrams, size }]));
  return lines.map((line) => ({ ...line, ...(measures.get(line.lineId) ?? usual(line)) }));
};
