import type { Actor } from '@waybill/event-store';
import type { Refusal } from '@waybill/kernel';
import type { CommandRequest } from '../command/request.ts';
import type { Recorded } from '../define/event.ts';

/** What would become of a command. */
export interface PreviewedCommand {
  readonly id: string;
  readonly type: string;
  readonly actor: Actor;
  /** Null where it names no aggregate. */
  readonly streamId: string | null;
  /** 0 for a command that was asked about; commands of processes: one more than the command that led to them. */
  readonly depth: number;
  /** The event that a process answers by it. */
  readonly cause: Recorded | null;
  readonly outcome:
    | { readonly kind: 'accepted' }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    /** It would be tried again until something comes that is not in the preview. */
    | { readonly kind: 'waiting'; readonly reason: string };
  readonly events: readonly Recorded[];
}

/** What would follow if these commands were sent now. */
export interface Preview {
  /** In the order of their execution. */
  readonly commands: readonly PreviewedCommand[];
  /** All events that would be recorded, in their order. Their positions are above every real one. */
  readonly events: readonly Recorded[];
  /** False where the commands lead to more than was looked at. */
  readonly complete: boolean;
  /** False where a process has not handled yet what happened before: what it is about to do is not in the preview. */
  readonly settled: boolean;
  /** A stream as it would be. */
  history(streamId: string): Promise<Recorded[]>;
}

/** Decides commands and what processes make of them on a fork of the streams, in memory. Stores nothing. */
export type RunPreview = (requests: readonly CommandRequest[]) => Promise<Preview>;
