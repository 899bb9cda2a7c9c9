import type { RecordedEvent } from '@waybill/event-store';

/**
 * An event that newer code wrote and this process cannot read. It is nobody's fault and passes by itself once the
 * process is updated, so whoever meets it waits with it or parks it, and never goes on without it.
 */
export class EventFromTheFuture extends Error {
  override readonly name = 'EventFromTheFuture';
  readonly type: string;
  readonly schemaVersion: number;
  readonly position: number;

  /** `known`: the newest version that this process knows; 0 where it does not know the type. */
  constructor({ type, schemaVersion, position }: RecordedEvent, known: number, reason?: string) {
    const knows = known === 0 ? 'does not know this event' : `knows v${known}`;
    super(
      `${type} v${schemaVersion} at position ${position} cannot be read by this process, which ${knows}` +
        `${reason ? ` (${reason})` : ''}: update the process. The event waits for it.`,
    );
    this.type = type;
    this.schemaVersion = schemaVersion;
    this.position = position;
  }
}
