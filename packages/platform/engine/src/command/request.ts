import type { Actor } from '@waybill/event-store';
import type { Refusal } from '@waybill/kernel';

/** A command as a client, a process or an import sends it. */
export interface CommandRequest {
  readonly type: string;
  /** The client's own input; the module's `prepare` completes it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  /** The idempotency key (a UUID); made here where the client gives none. */
  readonly commandId?: string;
  readonly correlationId?: string;
  readonly causationId?: string | null;
  /** The version the client saw. Without it, a lost race is decided again. */
  readonly expectedVersion?: number;
  /** When it happened in the business, if not now. */
  readonly occurredAt?: Date;
  /** How long a decision that answers "not yet" is tried again, in milliseconds (default 2,000). */
  readonly patience?: number;
}

/** What became of a command. The same command id always gets the same outcome; `duplicate` says it was a repeat. */
export type CommandOutcome =
  | {
      readonly status: 'accepted';
      readonly commandId: string;
      readonly type: string;
      readonly aggregateId: string;
      readonly streamId: string;
      readonly version: number;
      /** Position of the last event; null where nothing happened. */
      readonly position: number | null;
      readonly events: readonly { readonly type: string }[];
      readonly duplicate: boolean;
    }
  | {
      readonly status: 'rejected';
      readonly commandId: string;
      readonly type: string;
      readonly aggregateId: string | null;
      readonly refusal: Refusal;
      readonly duplicate: boolean;
    };
