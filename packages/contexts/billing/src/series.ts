/** INV and CRN; HIST and HCRN for documents of the past, which are dated as they were. */
export type SeriesPrefix = 'INV' | 'HIST' | 'CRN' | 'HCRN';

export interface SeriesState {
  /** The last sequence number that was given; 0 in a new series. */
  readonly last: number;
}

/** 'INV' on '2026-11-21' → 'INV-2026': a series begins anew with every year of its issue dates. */
export const seriesId = (prefix: SeriesPrefix, issueDate: string): string => `${prefix}-${issueDate.slice(0, 4)}`;

/** The next number without a gap: 'INV-2026-000001'. */
export const nextNumber = (id: string, { last }: SeriesState) => {
  const sequence = last + 1;
  return { sequence, number: `${id}-${String(sequence).padStart(6, '0')}` };
};

export const isHistoricSeries = (series: string): boolean => series.startsWith('H');
