import { type Decision, refuse } from '@waybill/kernel';
import { StockCountNotAllowed } from '../refusals.ts';

/** Far above any shelf; sums of it stay whole numbers that every client can hold. */
export const MAX_PIECES = 1_000_000_000;

export const isCount = (quantity: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= MAX_PIECES;

export const refuseCount = (quantity: number): Decision<never> => refuse(StockCountNotAllowed({ quantity }));
