export { APPLICATION_ROLE } from './application-role.ts';
export { createPool, type PoolOptions } from './create-pool.ts';
export { livePool } from './live-pool.ts';
export { type MigrateOptions, MigrationError, migrate } from './migrate.ts';
export { numberTypes } from './number-types.ts';
