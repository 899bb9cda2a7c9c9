import type { CommandRequest } from '../command/request.ts';

/** How commands are queued; every field may be left out. */
export interface EnqueueOptions {
  /** Names them together (a UUID), so that their progress can be asked for. */
  readonly batchId?: string;
  /** Not before this instant; as soon as possible, when left out. */
  readonly notBefore?: Date;
  /** Higher goes first (default 0). Commands for one stream keep their order among those of one priority. */
  readonly priority?: number;
}

/** A command that was taken into the queue. `duplicate`: it stood there already. */
export interface Enqueued {
  readonly commandId: string;
  readonly duplicate: boolean;
}

/** `queued`: it waits, for its time, its turn or its next try. `failed`: given up, for a fault and not for a reason. */
export type QueueStatus = 'queued' | 'accepted' | 'rejected' | 'failed' | 'cancelled';

/** What is kept of a request, sealed, while it waits; the actor and the ids stand beside it. */
export interface KeptRequest
  extends Pick<CommandRequest, 'data' | 'expectedVersion' | 'correlationId' | 'causationId'> {
  /** ISO 8601 UTC. */
  readonly occurredAt?: string;
}
