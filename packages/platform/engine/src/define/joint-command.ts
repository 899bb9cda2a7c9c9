import type { Decision } from '@waybill/kernel';
import type { Aggregate, AnyAggregate, DecisionContext } from './aggregate.ts';
import type { CommandData, CommandDefinition } from './command.ts';
import type { AnyEvent } from './event.ts';

/** Another stream that the same decision needs, with its id. */
export type Companion<A extends AnyAggregate = AnyAggregate> = readonly [aggregate: A, id: string];
type StateOf<A> = A extends Aggregate<infer S, infer _E> ? S : never;
type EventOfAggregate<A> = A extends Aggregate<infer _S, infer E> ? E : never;
type Companions = Readonly<Record<string, Companion>>;

/** An event, and the stream it goes to: `self` or the name of a companion. */
export type On<K extends string, E> = { readonly on: K; readonly event: E };
export type JointEvent<State extends AnyAggregate, M extends Companions> =
  | On<'self', EventOfAggregate<State>>
  | { [K in keyof M & string]-?: On<K, EventOfAggregate<NonNullable<M[K]>[0]>> }[keyof M & string];

export interface JointCommandDefinition<A extends AnyAggregate, D extends CommandDefinition, M extends Companions> {
  readonly command: D;
  /** The owner of the rule: the command's target is an aggregate of this kind. */
  readonly owner: A;
  /** Which other streams take part, known once the owner is loaded; one may be left out, its state is then undefined. */
  readonly companions: (data: CommandData<D>, owner: StateOf<A>, context: DecisionContext) => M;
  readonly decide: (
    data: CommandData<D>,
    states: { readonly self: StateOf<A> } & { readonly [K in keyof M]: StateOf<NonNullable<M[K]>[0]> },
    context: DecisionContext,
  ) => Decision<JointEvent<A, M>>;
}

export interface JointCommand {
  readonly command: CommandDefinition;
  readonly owner: AnyAggregate;
  companions(data: unknown, owner: unknown, context: DecisionContext): Companions;
  decide(data: unknown, states: Record<string, unknown>, context: DecisionContext): Decision<On<string, AnyEvent>>;
}

/**
 * A decision over several streams, appended atomically. The exception, not the rule: for gapless numbers (document,
 * series) and for an owner that must agree before another stream moves (shipment plan, delivery).
 */
export const defineJointCommand = <A extends AnyAggregate, D extends CommandDefinition, M extends Companions>(
  definition: JointCommandDefinition<A, D, M>,
): JointCommand => definition as unknown as JointCommand;
