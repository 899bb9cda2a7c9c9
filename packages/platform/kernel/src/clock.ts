/** Time as an argument, so that tests and replays can choose it. */
export interface Clock {
  now(): Date;
}
export const systemClock: Clock = { now: () => new Date() };

/** Making a format is slow, using one is not. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
};

/** The calendar day of an instant where the business is, e.g. '2010-12-01' (ISO 8601). */
export const localDate = (instant: Date, timeZone = 'Europe/London'): string => formatIn(timeZone).format(instant);
