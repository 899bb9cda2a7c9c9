import type { PieceSize } from '@waybill/sales/contract';

const CUBIC_MILLIMETRES = 1_000_000;

/** Lines of before sizes were kept have none. */
interface Sized {
  readonly quantity: number;
  readonly size?: PieceSize | null;
}

/** What packed pieces take up together, in litres; null where the size of one of them is not known. */
export const litresOf = (lines: readonly Sized[]): number | null =>
  lines.reduce<number | null>((litres, { quantity, size }) => {
    if (litres === null || !size) return null;
    return litres + (quantity * size.lengthMm * size.widthMm * size.heightMm) / CUBIC_MILLIMETRES;
  }, 0);
