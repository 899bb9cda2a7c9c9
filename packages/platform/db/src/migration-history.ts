import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { MigrationFile } from './migration-files.ts';

/** The key of Prisma's own lock, so that `prisma migrate deploy` and this runner exclude each other. */
const LOCK = 72_707_369;

export const lockHistory = async (client: Client): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
};

/** Prisma's table, as Prisma makes it. */
export const ensureHistory = async (client: Client): Promise<void> => {
  await client.query(`create table if not exists public._prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`);
};

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

export const readHistory = async (client: Client): Promise<readonly AppliedMigration[]> => {
  const { rows } = await client.query<AppliedMigration>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from public._prisma_migrations where rolled_back_at is null`,
  );
  return rows;
};

/** Part of the migration's own transaction: it is applied and recorded, or neither. */
export const recordMigration = async (client: Client, { name, checksum }: MigrationFile): Promise<void> => {
  await client.query(
    `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
};
