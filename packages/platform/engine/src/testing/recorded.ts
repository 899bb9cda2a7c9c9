import type { AnyEvent, Recorded } from '../define/event.ts';

/** An event as if it had been recorded: for tests of projections and processes. */
export const recorded = <E extends AnyEvent>(id: string, event: E, over: Partial<Recorded<E>> = {}): Recorded<E> => {
  const at = event.occurredAt ?? new Date('2026-01-05T09:00:00Z');
  return {
    ...event,
    id,
    position: 1,
    streamId: `test-${id}`,
    category: 'test',
    version: 1,
    eventId: '01940000-0000-7000-8000-00000000000e',
    schemaVersion: 1,
    metadata: {},
    commandId: '01940000-0000-7000-8000-000000000000',
    correlationId: '01940000-0000-7000-8000-000000000000',
    causationId: null,
    actor: { kind: 'user', id: 'ana', name: 'Ana' },
    occurredAt: at,
    recordedAt: at,
    ...over,
  };
};
