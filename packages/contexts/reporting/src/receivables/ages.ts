/** How old what is owed is, by days past the due date: each from its first day up to the next one's. */
export const AGES = [
  { bucket: 'NOT_DUE', from: null },
  { bucket: 'DAYS_1_TO_30', from: 1 },
  { bucket: 'DAYS_31_TO_60', from: 31 },
  { bucket: 'DAYS_61_TO_90', from: 61 },
  { bucket: 'OVER_90', from: 91 },
] as const;
export type AgeBucket = (typeof AGES)[number]['bucket'];
export const AGE_BUCKETS = AGES.map(({ bucket }) => bucket);

/** The first days of all but the first: what Postgres' `width_bucket` counts by. */
export const AGE_EDGES: readonly number[] = AGES.flatMap(({ from }) => (from === null ? [] : [from]));
