import type { SealPartsFragment } from '../../../graphql/generated/documents.ts';

export type SealRow = SealPartsFragment & { id: string };

export const sealRow = (seal: SealPartsFragment): SealRow => ({ ...seal, id: String(seal.number) });

/** Enough of a hash to compare two by eye. */
export const shortHash = (hex: string): string => `${hex.slice(0, 10)}…`;
