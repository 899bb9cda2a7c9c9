import type { Actor, Engine, ReadCounters } from '@waybill/engine';
import type { EventStore } from '@waybill/event-store';
import type { LiveHub } from '@waybill/live';
import type { Pool } from 'pg';
import type { BatchScope } from './batch.ts';
import type { Permission } from './permissions.ts';

/**
 * The query side's database client, without its types: Prisma's types are too slow to check as a part of the context of
 * every field. `reads(context)` gives it its type back.
 */
export interface ReadClient {
  $connect(): Promise<void>;
}

/** The queue of jobs in Redis, as it is now. */
export interface JobCounts {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  /** Worker processes that are connected. */
  readonly workers: number;
}

/** What an API process has, for all requests. */
export interface GraphServices {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly hub: LiveHub;
  readonly pool: Pool;
  readonly reads: ReadClient;
  /** Left out where there is no store of counters: tables are added up instead. */
  readonly counters?: ReadCounters;
  /** Tells that something may have happened, for those who would look by themselves otherwise. */
  readonly onHint: (listener: (hint: { readonly kind: string }) => void) => () => void;
  /** Undefined while Redis does not answer. */
  readonly jobs: () => Promise<JobCounts | undefined>;
  /** Aborts when the process is to end: subscriptions end with it. */
  readonly stopping: AbortSignal;
}

/** What every resolver may use. One per request. */
export interface GraphContext extends GraphServices {
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  /** Whoever has the same may be shown the same. */
  readonly rights: string;
  /** Loads of one tick share a statement; see `batched`. */
  readonly batch: BatchScope;
}
