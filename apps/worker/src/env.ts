import { z } from 'zod';

const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  /** Wraps the keys of personal data; the same in all processes of an installation. */
  WAYBILL_MASTER_KEY: key,
  /** Signs the seals of the log; without it this worker seals nothing. */
  WAYBILL_SEAL_KEY: key.optional(),
  /** As many events are sealed at once. */
  WAYBILL_SEAL_EVENTS: z.coerce.number().int().min(1).max(10_000).default(1_024),
  /** Fewer are sealed when one of them is older, in seconds. */
  WAYBILL_SEAL_SECONDS: z.coerce.number().min(0).max(3_600).default(60),
  /** How long a customer who pays in advance has time to, in seconds; at most 7 days, as reservations lapse after 8. */
  WAYBILL_TIME_TO_PAY_SECONDS: z.coerce.number().int().min(1).max(604_800).default(604_800),
  HOST: z.string().default('127.0.0.1'),
  /** Where /healthz and /readyz answer. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  /** Connections to Postgres. */
  WORKER_POOL: z.coerce.number().int().min(2).max(100).default(12),
  /** How much this process steps back where processors are short (0 to 19): views may lag, commands may not. */
  WORKER_NICE: z.coerce.number().int().min(0).max(19).default(10),
});

export type Env = z.output<typeof schema>;

/** The settings of this process; throws with the names of those that are missing or wrong. */
export const readEnv = (env: NodeJS.ProcessEnv): Env => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(
    `The worker's settings are not complete. Set them in the environment or in .env: ${faults.join('; ')}`,
  );
};
