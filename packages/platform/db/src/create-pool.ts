import pg from 'pg';
import { numberTypes } from './number-types.ts';

export interface PoolOptions {
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  readonly max?: number;
  /** No statement may run longer (ms); 0: no limit. */
  readonly statementTimeout?: number;
  /** A transaction that waits for its client longer is ended (ms): an idle writer would hold the feed back. */
  readonly idleInTransactionTimeout?: number;
  /** No transaction may take longer (ms); 0: no limit. */
  readonly transactionTimeout?: number;
}

/** A pool of connections whose bigints are numbers and whose forgotten transactions end by themselves. */
export const createPool = (url: string, options: PoolOptions = {}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    types: numberTypes,
    application_name: options.name ?? 'waybill',
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 5_000,
    options: `-c transaction_timeout=${options.transactionTimeout ?? 30_000}`,
  });
  // A connection that breaks while it is idle is replaced on the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same while somebody has it (a transaction that waited too long is ended by the server): whoever has it hears so from
  // their next statement, and tries again.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};
