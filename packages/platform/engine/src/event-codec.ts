import type { NewEvent, RecordedEvent } from '@waybill/event-store';
import { EventFromTheFuture } from './contracts/event-from-the-future.ts';
import { lift, shapeOf } from './contracts/lift.ts';
import type { AnyEvent, Recorded } from './define/event.ts';
import { decode, encode, keyIdsOf } from './personal/codec.ts';
import type { KeyRing } from './personal/key-ring.ts';
import type { Registry } from './registry.ts';

/** Between events as the business knows them and as the store keeps them. */
export interface EventCodec {
  encode(event: AnyEvent, occurredAt: Date): Promise<NewEvent>;
  /**
   * Events in their newest version. One that newer code wrote and that cannot be read here is in the list too: whoever
   * asks for its `data` gets an {@link EventFromTheFuture}, whoever does not want it is not held up by it.
   */
  decode(events: readonly RecordedEvent[]): Promise<Recorded[]>;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data);
const fieldsOf = (event: { type: string; data: unknown }): Fields => {
  if (!isFields(event.data)) throw new Error(`${event.type} holds no object`);
  return event.data;
};

/** What an event says cannot be read; that there was one can. */
const unreadable = <E extends Omit<Recorded, 'data'>>(
  event: E,
  why: EventFromTheFuture,
): E & { readonly data: object } => ({
  ...event,
  get data(): object {
    throw why;
  },
});

export const createEventCodec = (
  registry: Pick<Registry, 'event' | 'findEvent'>,
  keys: Pick<KeyRing, 'forReading' | 'forWriting'>,
): EventCodec => {
  const read = (event: RecordedEvent, known: ReadonlyMap<string, Buffer>): Recorded => {
    const { data: _, ...rest } = event;
    const about = { ...rest, id: event.streamId.slice(event.category.length + 1) };
    const definition = registry.findEvent(event.type);
    if (!definition) return unreadable(about, new EventFromTheFuture(event, 0));
    const plain = decode(shapeOf(definition, event.schemaVersion), fieldsOf(event), known);
    try {
      return { ...about, data: lift(definition, event, plain) };
    } catch (error) {
      if (error instanceof EventFromTheFuture) return unreadable(about, error);
      throw error;
    }
  };
  return {
    async encode(event, occurredAt) {
      const definition = registry.event(event.type);
      return {
        type: event.type,
        schemaVersion: definition.version,
        data: await encode(definition, fieldsOf(event), keys),
        occurredAt: event.occurredAt ?? occurredAt,
      };
    },
    async decode(events) {
      const needed = events.flatMap((event) => {
        const definition = registry.findEvent(event.type);
        return definition ? keyIdsOf(shapeOf(definition, event.schemaVersion), fieldsOf(event)) : [];
      });
      const known = await keys.forReading(needed);
      return events.map((event) => read(event, known));
    },
  };
};
