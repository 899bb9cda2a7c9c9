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
  /** Set where a process sends it: then a refusal is recorded in the stream of the aggregate that gave it. */
  readonly sentBy?: Sender;
}

/** The instance of a process that sent a command, and which of its commands it is. */
export interface Sender {
  readonly process: string;
  readonly instance: string;
  /** The id of the event or timer that it answers, the command's number in that answer, and the try. */
  readonly inputId: string;
  readonly index: number;
  readonly attempt: number;
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
