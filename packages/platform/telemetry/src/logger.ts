import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** What never reaches a log: credentials, and what tells who a person is. */
const SECRET = ['password', 'token', 'secret', 'authorization', 'cookie', 'apiKey', 'masterKey'];
const PERSONAL = ['email', 'phone', 'fullName', 'companyName', 'street', 'address', 'postcode'];
const HIDDEN = [...SECRET, ...PERSONAL].flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]);

/**
 * A log of JSON lines on standard output; `level` is trace, debug, info, warn, error or silent (LOG_LEVEL by default).
 * Give what a line is about as its first argument: `log.info({ commandId, correlationId }, 'accepted')`.
 */
export const createLogger = (
  app: string,
  level = process.env.LOG_LEVEL ?? 'info',
  destination?: DestinationStream,
): Logger => {
  const options = {
    level,
    base: { app, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: HIDDEN, censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
};
