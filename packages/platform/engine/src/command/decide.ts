import type { Decision } from '@waybill/kernel';
import { type AnyAggregate, type DecisionContext, streamOf } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
import type { Handler } from '../registry.ts';
import { nothingYet, type StateStore, type Versioned } from './state-store.ts';
import type { StreamQueue } from './stream-queue.ts';

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
 * Decides once, on the states as they are known (from memory where `trust` is set, else read), and hands the decision
 * to `use` while this process keeps its turn: companions are taken in turn by all joint commands of this process.
 */
export const decideOnce = async <T>(
  handler: Handler,
  data: Fields,
  id: string,
  context: DecisionContext,
  { states, queue }: { readonly states: StateStore; readonly queue: StreamQueue },
  trust: boolean,
  use: (decided: Decided) => Promise<T>,
): Promise<T> => {
  const { owner, joint, definition } = handler;
  const get = async (aggregate: AnyAggregate, of: string, fromNothing: boolean): Promise<Versioned> => {
    const known = states.recall(aggregate, of);
    if (!trust) return states.load(aggregate, of, known);
    if (known) return known;
    return fromNothing ? { ...nothingYet(aggregate), fresh: false } : states.load(aggregate, of);
  };

  const self = part('self', owner, id, await get(owner, id, startsStream(handler, data)));
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
