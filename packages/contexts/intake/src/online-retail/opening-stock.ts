import { isCharge } from './charge-codes.ts';
import { classify } from './classify.ts';
import type { RetailDocument } from './document.ts';

/** How stock runs over a file, were it 0 at the beginning of it. Its size is that of the catalogue, not of the file. */
export interface StockCourse {
  /** The next document, in the order of time, each once. Charges are no goods; what is parked or a credit moves nothing. */
  follow(document: RetailDocument): void;
  /**
   * The pieces that each product, by its code, must have had at the beginning so that its stock never ran below zero;
   * products that need none are left out. It suffices as long as no order overtakes an adjustment of before it:
   * adjustments may run ahead.
   */
  opening(): ReadonlyMap<string, number>;
}

/** Orders take pieces; adjustments add them or take them. Nobody can count on what may come back. */
const signOf = (document: RetailDocument): 1 | -1 | 0 => {
  switch (classify(document).class) {
    case 'ORDER':
      return -1;
    case 'STOCK_ADJUSTMENT':
      return 1;
    default:
      return 0;
  }
};

export const createStockCourse = (): StockCourse => {
  const products = new Map<string, { readonly balance: number; readonly lowest: number }>();
  return {
    follow(document) {
      const sign = signOf(document);
      if (sign === 0) return;
      for (const { code, quantity } of document.rows) {
        if (isCharge(code)) continue;
        const before = products.get(code) ?? { balance: 0, lowest: 0 };
        const balance = before.balance + sign * quantity;
        products.set(code, { balance, lowest: Math.min(before.lowest, balance) });
      }
    },
    opening: () =>
      new Map([...products].flatMap(([code, { lowest }]) => (lowest < 0 ? [[code, -lowest] as const] : []))),
  };
};
