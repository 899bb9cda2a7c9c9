/**
 * Where an event stands in a fold by occurrence: by its instant (ms), decisions before facts, then by the source's
 * sequence, then by its id. JSON.
 */
export type Place = readonly [time: number, kind: number, sequence: number, tie: string];

const DECISION = 0;
const FACT = 1;
/** A stream that was opened by a decision begins with it, whatever clock a fact goes by. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** A decision stands after the decisions before it in its stream; `decided` is the latest instant among those. */
export const placeOfDecision = (occurredAt: Date, version: number, decided: number): Place => [
  version === 1 ? BEFORE_ALL : Math.max(occurredAt.getTime(), decided),
  DECISION,
  version,
  '',
];

export const placeOfFact = (occurredAt: Date, sequence: number, eventId: string): Place => [
  occurredAt.getTime(),
  FACT,
  sequence,
  eventId,
];

export const comparePlaces = (a: Place, b: Place): number => {
  for (const n of [0, 1, 2] as const) if (a[n] !== b[n]) return a[n] - b[n];
  return a[3] < b[3] ? -1 : Number(a[3] > b[3]);
};
