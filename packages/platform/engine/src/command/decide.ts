import type { Decision } from '@waybill/kernel';
import { type AnyAggregate, type DecisionContext, streamOf } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
import type { Handler } from '../registry.ts';
import { nothingYet } from './fold-on.ts';
import type { StateStore, Versioned } from './state-store.ts';
import type { StreamQueue } from './stream-queue.ts';
import type { Unanswered } from './unanswered.ts';

/**
 * What a decision may be based on: what appends under way promise, or else what is in memory; or only what is read now.
 * A joint command takes no promises: its decision would have to be undone in several streams.
 */
export type Trust = 'promised' | 'store';

/** One stream's part in a decision. */
export interface Part {
  readonly name: string;
  readonly aggregate: AnyAggregate;
  readonly id: string;
  readonly streamId: string;
  readonly at: Versioned;
}

/** A decision with everything it was based on; events are per part. The first part is the owner. */
export interface Decided {
  readonly parts: readonly [Part, ...Part[]];
  readonly decision: Decision<{ readonly on: string; readonly event: AnyEvent }>;
}

type Fields = Readonly<Record<string, unknown>>;

const part = (name: string, aggregate: AnyAggregate, id: string, at: Versioned): Part => ({
  name,
  aggregate,
  id,
  streamId: streamOf(aggregate, id),
  at,
});

const onSelf = (decision: Decision<AnyEvent>): Decided['decision'] =>
  decision.kind === 'accepted'
    ? { kind: 'accepted', events: decision.events.map((event) => ({ on: 'self', event })) }
    : decision;

const startsStream = ({ definition }: Handler, data: Fields): boolean =>
  typeof definition.creates === 'function' ? definition.creates(data) : definition.creates === true;

/**
 * Decides once, on the states as far as they are trusted, and hands the decision to `use` while this process keeps its
 * turn: companions are taken in turn by all joint commands of this process.
 */
export const decideOnce = async <T>(
  handler: Handler,
  data: Fields,
  id: string,
  context: DecisionContext,
  {
    states,
    queue,
    unanswered,
  }: { readonly states: StateStore; readonly queue: StreamQueue; readonly unanswered: Unanswered },
  trust: Trust,
  use: (decided: Decided) => Promise<T>,
): Promise<T> => {
  const { owner, joint, definition } = handler;
  const get = async (aggregate: AnyAggregate, of: string, fromNothing: boolean): Promise<Versioned> => {
    const known = states.recall(aggregate, of);
    if (trust === 'store') return states.load(aggregate, of, known);
    if (known) return known;
    return fromNothing ? { ...nothingYet(aggregate), fresh: false } : states.load(aggregate, of);
  };
  const getOwner = async (): Promise<Versioned> => {
    const streamId = streamOf(owner, id);
    const promised = joint || trust === 'store' ? undefined : unanswered.promised(streamId);
    if (promised) return promised;
    // Whatever is still under way would only be in conflict with this decision.
    await unanswered.settled(streamId);
    return get(owner, id, startsStream(handler, data));
  };

  const self = part('self', owner, id, await getOwner());
  if (!joint)
    return use({ parts: [self], decision: onSelf(owner.decide(definition.type, data, self.at.state, context)) });

  const companions = Object.entries(joint.companions(data, self.at.state, context));
  return queue.runAll(
    // Names of their own: one command's owner may be another's companion, and they must not wait for each other.
    companions.map(([, [aggregate, of]]) => `joint ${streamOf(aggregate, of)}`),
    async () => {
      const others = companions.map(async ([name, [aggregate, of]]) =>
        part(name, aggregate, of, await get(aggregate, of, false)),
      );
      const parts: Decided['parts'] = [self, ...(await Promise.all(others))];
      const known = Object.fromEntries(parts.map(({ name, at }) => [name, at.state]));
      return use({ parts, decision: joint.decide(data, known, context) });
    },
  );
};

/** True where every state of the decision was read just now. */
export const isFresh = ({ parts }: Decided): boolean => parts.every(({ at }) => at.fresh);
