/** Making a format is slow, using one is not. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const two = '2-digit';
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  formats.set(timeZone, made);
  return made;
};

/** How far clocks there are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (instant: number, timeZone: string): number => {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1_000) * 1_000;
};

/** So many calendar days after an ISO date: '2026-02-27' + 2 → '2026-03-01'. */
export const addDays = (isoDate: string, days: number): string =>
  new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The instant (UTC) at which a calendar day is over where the business is: the next one's midnight. */
export const endOfLocalDay = (isoDate: string, timeZone = 'Europe/London'): Date => {
  const midnight = Date.parse(`${addDays(isoDate, 1)}T00:00:00Z`);
  // Twice: the first guess may stand on the other side of a change of the clocks.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone));
};

/** The instant (UTC) at which a calendar day begins where the business is: its midnight. */
export const startOfLocalDay = (isoDate: string, timeZone?: string): Date =>
  endOfLocalDay(addDays(isoDate, -1), timeZone);
