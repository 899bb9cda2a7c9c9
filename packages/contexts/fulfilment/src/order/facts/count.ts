import type { LineQuantity } from '@waybill/sales/contract';

/** Pieces by line. */
export type Count = Readonly<Record<string, number>>;

export const add = (count: Count, lines: readonly LineQuantity[]): Count => {
  const sum: Record<string, number> = { ...count };
  for (const { lineId, quantity } of lines) sum[lineId] = (sum[lineId] ?? 0) + quantity;
  return sum;
};
