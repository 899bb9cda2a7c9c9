import { lineAmount } from '@waybill/kernel';

interface Pieces {
  readonly quantity: number;
}
interface Priced extends Pieces {
  /** Net, per piece, major units. */
  readonly unitPrice: string;
}

export const piecesOf = (lines: readonly Pieces[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Minor units, each line rounded half-up. */
export const worthOf = (lines: readonly Priced[], currency: string): number =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + lineAmount(quantity, unitPrice, currency), 0);
