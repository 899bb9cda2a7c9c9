const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const localTime = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))?$/;

/** The clock's face as if it were UTC, in milliseconds; `null` for a time that no calendar has (30 February, 25:00). */
const faceOf = (text: string): number | null => {
  const [, year, month, day, hour, minute, second = '0'] = localTime.exec(text) ?? [];
  if (year === undefined) return null;
  const face = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return new Date(face).toISOString().slice(0, 16) === `${year}-${month}-${day}T${hour}:${minute}` ? face : null;
};

/** A date and time as the file writes them, 'YYYY-MM-DD HH:MM[:SS]', that exist in the calendar. */
export const isLocalTime = (text: string): boolean => faceOf(text) !== null;

/** How far London's clock is ahead of UTC at this instant, in milliseconds: 0, or an hour in summer. */
const aheadOfUtc = (instant: number): number => {
  const part = Object.fromEntries(LONDON.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
};

/**
 * The instant of a local UK time. Of the hour that comes twice in autumn, the first; the hour that spring skips is read
 * with the offset before it, so nothing is refused for the clock's sake. Throws for a text that {@link isLocalTime} denies.
 */
export const ukInstant = (text: string): Date => {
  const face = faceOf(text);
  if (face === null) throw new RangeError(`'${text}' is no local time: expected 'YYYY-MM-DD HH:MM:SS'.`);
  const before = aheadOfUtc(face - 3 * 3_600_000);
  const after = aheadOfUtc(face + 3 * 3_600_000);
  const fits = [before, after].find((ahead) => aheadOfUtc(face - ahead) === ahead);
  return new Date(face - (fits ?? before));
};
