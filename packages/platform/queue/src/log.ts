/** What the queue needs of a logger; pino's fits. */
export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** For who wants no log (some tests): still counted, never thrown. */
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
