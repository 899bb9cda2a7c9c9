import { builder } from './builder.ts';

/** Of one packed piece, in whole millimetres. */
export interface PieceSize {
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A column that holds a size, or null; missing where it was written before sizes were kept. */
export const sizeFrom = (column: unknown): PieceSize | null => (column ?? null) as PieceSize | null;

export const SizeRef = builder.objectRef<PieceSize>('Size').implement({
  description: 'How large a packed piece is, in millimetres.',
  fields: (t) => ({
    lengthMm: t.exposeInt('lengthMm'),
    widthMm: t.exposeInt('widthMm'),
    heightMm: t.exposeInt('heightMm'),
  }),
});

export const SizeInput = builder.inputType('SizeInput', {
  fields: (t) => ({
    lengthMm: t.int({ required: true }),
    widthMm: t.int({ required: true }),
    heightMm: t.int({ required: true }),
  }),
});
