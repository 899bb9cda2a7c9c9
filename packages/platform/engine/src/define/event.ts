import type { RecordedEvent } from '@waybill/event-store';
import type { z } from 'zod';
import type { PersonalData } from './personal.ts';

/** A version that events were once written in. It never changes; `up` is pure and lifts it to the version after it. */
export interface PastVersion {
  readonly schema: z.ZodObject;
  readonly personal?: PersonalData;
  up(data: object): object;
}

/** A kind of event: the schema of its newest version, whose personal data it holds, and what it used to look like. */
export interface EventDefinition<T extends string = string, S extends z.ZodObject = z.ZodObject> {
  readonly type: T;
  readonly version: number;
  readonly schema: S;
  readonly personal?: PersonalData;
  /** Versions 1, 2, …, oldest first; the newest is not among them. */
  readonly past: readonly PastVersion[];
}

/** An event type in the making: its versions so far. */
export interface EventVersions<S extends z.ZodObject = z.ZodObject> extends Omit<EventDefinition<string, S>, 'type'> {
  /**
   * The version after it. A new version adds fields, or narrows what a field can hold, so that older code can read it
   * too; what the old one did not record becomes `UNKNOWN`. `personal`: as before, where it is left out.
   */
  next<N extends z.ZodObject>(
    schema: N,
    up: (old: Readonly<z.output<S>>) => Readonly<z.output<N>>,
    personal?: PersonalData,
  ): EventVersions<N>;
}

const versions = <S extends z.ZodObject>(
  past: readonly PastVersion[],
  schema: S,
  personal: PersonalData | undefined,
): EventVersions<S> => {
  const current = { schema, ...(personal ? { personal } : {}) };
  return {
    ...current,
    version: past.length + 1,
    past,
    next<N extends z.ZodObject>(
      schema: N,
      up: (old: Readonly<z.output<S>>) => Readonly<z.output<N>>,
      changed = personal,
    ): EventVersions<N> {
      // The codec hands each step what it read by that step's own schema.
      const step: PastVersion = { ...current, up: up as (old: object) => object };
      return versions([...past, step], schema, changed);
    },
  };
};

/**
 * One event type: `event(1, v1)`, later `event(1, v1).next(v2, lift)`. Fields marked with `personal()` need
 * `personal.subject`.
 */
export const event = <S extends z.ZodObject>(_first: 1, schema: S, personal?: PersonalData): EventVersions<S> =>
  versions([], schema, personal);

type Shapes = Record<string, EventVersions>;
type Defined<M extends Shapes> = { readonly [K in keyof M & string]: EventDefinition<K, M[K]['schema']> };

/** The events of one aggregate: `defineEvents({ OrderPlaced: event(1, z.object({ … })) })`. */
export const defineEvents = <const M extends Shapes>(shapes: M): Defined<M> =>
  Object.fromEntries(
    Object.entries(shapes).map(([type, { next: _, ...shape }]) => [type, { type, ...shape }]),
  ) as Defined<M>;

/** An event as `decide` makes it and `evolve` reads it. `occurredAt`: when it happened in the business, if not now. */
export type EventFrom<D> =
  D extends EventDefinition<infer T, infer S>
    ? { readonly type: T; readonly data: Readonly<z.output<S>>; readonly occurredAt?: Date }
    : never;
/** The union of all events of a `defineEvents` map, or of a list of definitions. */
export type EventOf<M> = M extends readonly unknown[] ? EventFrom<M[number]> : EventFrom<M[keyof M]>;

export interface AnyEvent {
  readonly type: string;
  readonly data: object;
  readonly occurredAt?: Date;
}

/**
 * An event as it stands in the store, decrypted and lifted to its newest version (`schemaVersion` is the one it was
 * written in). `id` is the id of its aggregate.
 */
export type Recorded<E extends AnyEvent = AnyEvent> = E &
  Omit<RecordedEvent, 'type' | 'data'> & { readonly id: string; readonly occurredAt: Date };
