import type { AnyRefusalDefinition, Refusal } from '@waybill/kernel';
import type { AnyAggregate } from './aggregate.ts';
import type { Counters } from './counters.ts';
import type { Effect } from './effect.ts';
import type { JointCommand } from './joint-command.ts';
import type { Process } from './process.ts';
import type { Projection } from './projection.ts';

/** What the server adds to a command before it is decided (a price, an address, a number), or why it cannot. */
export type Prepare = (
  input: Readonly<Record<string, unknown>>,
) => Promise<
  | { readonly kind: 'prepared'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
>;

/** A bounded context, as the apps wire it. */
export interface Module {
  readonly name: string;
  readonly aggregates: readonly AnyAggregate[];
  readonly jointCommands?: readonly JointCommand[];
  readonly projections?: readonly Projection[];
  readonly counters?: readonly Counters[];
  readonly processes?: readonly Process[];
  readonly effects?: readonly Effect[];
  /** By command type. */
  readonly prepare?: Readonly<Record<string, Prepare>>;
  readonly refusals: readonly AnyRefusalDefinition[];
}
