import type { StoredOutcome, StoredRefusal } from './event-store.ts';

/** A stored command as `es.stored_outcome` gives it. */
export interface StoredCommand {
  readonly commandId: string;
  readonly streamId: string;
  readonly outcome: 'accepted' | 'rejected' | 'failed';
  readonly requestHash: string;
  readonly firstPosition: number | null;
  readonly lastPosition: number | null;
  readonly version: number | null;
  readonly refusal: StoredRefusal | null;
}

export const toStoredOutcome = (stored: StoredCommand): StoredOutcome => {
  const { commandId, streamId } = stored;
  if (stored.outcome === 'accepted') {
    const { firstPosition, lastPosition, version } = stored;
    return {
      outcome: 'accepted',
      commandId,
      streamId,
      firstPosition: firstPosition ?? 0,
      lastPosition: lastPosition ?? 0,
      version: version ?? 0,
    };
  }
  if (stored.refusal === null) throw new Error(`Command ${commandId} is stored as ${stored.outcome} without a reason.`);
  return { outcome: 'rejected', commandId, streamId, refusal: stored.refusal };
};
