export { copyHistory } from './copy-history.ts';
export { type DatabaseDump, dumpDatabase, readDump, restoreDatabase, writeDump } from './database-dump.ts';
export { eventually } from './eventually.ts';
export { type PostgresServer, type RedisServer, startPostgresServer, startRedisServer } from './services.ts';
export { type AppEnvironment, type SpawnedApp, spawnApp } from './spawn-app.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
