export interface Environment {
  readonly databaseUrl: string;
  /** Where there is none, others notice changes by their sweeps. */
  readonly redisUrl: string | undefined;
  /** 32 bytes. */
  readonly masterKey: Buffer;
}

/** What the command line must be told; throws with what is missing and how to give it. */
export const readEnvironment = (env: NodeJS.ProcessEnv = process.env): Environment => {
  const { DATABASE_URL, REDIS_URL, WAYBILL_MASTER_KEY } = env;
  if (!DATABASE_URL) {
    throw new Error('DATABASE_URL is not set. Start Waybill (npm start) and use npm run, or set DATABASE_URL.');
  }
  const masterKey = Buffer.from(WAYBILL_MASTER_KEY ?? '', 'base64');
  if (masterKey.length !== 32) {
    throw new Error('WAYBILL_MASTER_KEY must be 32 bytes in base64: the same key that the API and the worker use.');
  }
  return { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL || undefined, masterKey };
};
