/** A span of time, its parts added up: `{ days: 7 }`. A day has 24 hours. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

export const millisecondsOf = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;

export const later = (instant: Date, duration: Duration): Date =>
  new Date(instant.getTime() + millisecondsOf(duration));
