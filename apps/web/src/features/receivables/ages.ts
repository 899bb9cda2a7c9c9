import type { AgeBucket } from '../../graphql/generated/documents.ts';

/** The colour of each age: as a class, and as the token for what is drawn. Always beside its word. */
export const ages: Record<AgeBucket, { className: string; token: string }> = {
  NOT_DUE: { className: 'bg-age-0', token: 'var(--age-0)' },
  DAYS_1_TO_30: { className: 'bg-age-1', token: 'var(--age-1)' },
  DAYS_31_TO_60: { className: 'bg-age-2', token: 'var(--age-2)' },
  DAYS_61_TO_90: { className: 'bg-age-3', token: 'var(--age-3)' },
  OVER_90: { className: 'bg-age-4', token: 'var(--age-4)' },
};
