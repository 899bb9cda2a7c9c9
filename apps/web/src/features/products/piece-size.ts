import type { ProductRowFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { products as texts } from '../../texts/products.ts';

type PieceSize = NonNullable<ProductRowFragment['size']>;

export const sizeText = ({ lengthMm, widthMm, heightMm }: PieceSize): string =>
  texts.millimetres(formatCount(lengthMm), formatCount(widthMm), formatCount(heightMm));

/** As it is typed: '120 × 90 × 100', with any sign between. */
export const typedSize = (size: PieceSize | null | undefined): string =>
  size ? [size.lengthMm, size.widthMm, size.heightMm].join(' × ') : '';

/** What was typed; null where nothing was, undefined where it cannot be read. */
export const readSize = (text: string): PieceSize | null | undefined => {
  if (text.trim() === '') return null;
  const [, length, width, height] =
    /^\s*(\d{1,6})\s*[×xX*,; ]\s*(\d{1,6})\s*[×xX*,; ]\s*(\d{1,6})\s*$/.exec(text) ?? [];
  const size = { lengthMm: Number(length), widthMm: Number(width), heightMm: Number(height) };
  return Object.values(size).every((side) => side > 0) ? size : undefined;
};
