import { z } from 'zod';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** An address's origin; one of this machine by all the names a browser may know it by. */
const originsOf = (address: string): string[] => {
  const { protocol, hostname, port, origin } = new URL(address);
  const names = LOOPBACK.includes(hostname) ? LOOPBACK : [];
  return [...new Set([origin, ...names.map((name) => new URL(`${protocol}//${name}:${port}`).origin)])];
};

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  /** Wraps the keys of personal data; the same in all processes of an installation. */
  WAYBILL_MASTER_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, 'must be 32 bytes in base64'),
  /** How long a customer who pays in advance has time to, in seconds; at most 7 days, as reservations lapse after 8. */
  WAYBILL_TIME_TO_PAY_SECONDS: z.coerce.number().int().min(1).max(604_800).default(604_800),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Pages that may use the API from a browser, comma-separated: the dashboard's address. */
  WAYBILL_WEB_URL: z
    .string()
    .default('http://127.0.0.1:3000')
    .transform((text) => text.split(',').flatMap((url) => originsOf(url.trim()))),
  /** Connections to Postgres for commands and the feed, and for queries. */
  API_POOL: z.coerce.number().int().min(2).max(100).default(10),
  API_READ_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** GraphiQL and introspection. */
  GRAPHIQL: z.enum(['on', 'off']).default('on'),
});

export type Env = z.output<typeof schema>;

/** The settings of this process; throws with the names of those that are missing or wrong. */
export const readEnv = (env: NodeJS.ProcessEnv): Env => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The API's settings are not complete. Set them in the environment or in .env: ${faults.join('; ')}`);
};
