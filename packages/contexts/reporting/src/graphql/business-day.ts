const ZONE = 'Europe/London';
const clockOf = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour12: false,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** The instant at which a day of the business's calendar begins. */
export const startOfDay = (day: string): Date => {
  const utc = new Date(`${day}T00:00:00Z`);
  const parts = Object.fromEntries(clockOf.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0 } = parts;
  const local = Date.UTC(year, month - 1, date, hour % 24, minute);
  return new Date(utc.getTime() - (local - utc.getTime()));
};

/** The day after. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
