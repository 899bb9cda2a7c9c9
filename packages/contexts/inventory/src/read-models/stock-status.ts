/** What needs somebody stands first. */
export const STOCK_STATUSES = ['BACKORDERED', 'OUT', 'LOW', 'IN_STOCK', 'UNCOUNTED'] as const;
export type StockStatus = (typeof STOCK_STATUSES)[number];

/** So few available pieces are little. */
const LOW = 10;

export interface StockFigures {
  readonly counted: boolean;
  readonly onHand: number;
  /** Of counted reservations. */
  readonly reserved: number;
  readonly backordered: number;
}

/** What a new reservation could have: while somebody waits, whatever is free is theirs. */
export const availableOf = ({ onHand, reserved, backordered }: StockFigures): number =>
  backordered > 0 ? 0 : onHand - reserved;

export const stockStatusOf = (figures: StockFigures): StockStatus => {
  if (!figures.counted) return 'UNCOUNTED';
  if (figures.backordered > 0) return 'BACKORDERED';
  const available = availableOf(figures);
  if (available === 0) return 'OUT';
  return available <= LOW ? 'LOW' : 'IN_STOCK';
};

export const urgencyOf = (status: StockStatus): number => STOCK_STATUSES.indexOf(status);
