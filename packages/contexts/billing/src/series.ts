/** Of documents of the past, which are dated as they were. The company's own series never begin with H. */
export const PAST_INVOICES = 'HIST';
export const PAST_CREDIT_NOTES = 'HCRN';
/** Where only an invoice from before the company had a page tells. */
export const CREDIT_NOTES = 'CRN';

export interface SeriesState {
  /** The last sequence number that was given; 0 in a new series. */
  readonly last: number;
}

/** 'INV' on '2026-11-21' → 'INV-2026': a series begins anew with every year of its issue dates. */
export const seriesId = (prefix: string, issueDate: string): string => `${prefix}-${issueDate.slice(0, 4)}`;

/** The next number without a gap: 'INV-2026-000001'. */
export const nextNumber = (id: string, { last }: SeriesState) => {
  const sequence = last + 1;
  return { sequence, number: `${id}-${String(sequence).padStart(6, '0')}` };
};

export const isHistoricSeries = (series: string): boolean => series.startsWith('H');
