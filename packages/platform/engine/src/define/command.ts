import type { z } from 'zod';
import type { PersonalData } from './personal.ts';

/** A kind of command: what someone wants of one aggregate. */
export interface CommandDefinition<T extends string = string, S extends z.ZodObject = z.ZodObject> {
  readonly type: T;
  readonly schema: S;
  /** The field that holds the id of the aggregate it is for. */
  readonly target: string;
  /** It usually starts the stream: decided on the empty state first, without a read. */
  readonly creates?: boolean | ((data: Readonly<Record<string, unknown>>) => boolean);
  readonly personal?: PersonalData;
  /**
   * It holds whatever else its stream records meanwhile (money that came in): appended without a look at the version,
   * so that a busy stream costs no conflicts, in any number of processes. Refused only by a closed stream, or by a state
   * that was read just then. What begins a stream is decided like everything else, so that it begins once.
   */
  readonly commutative?: boolean | ((data: Readonly<Record<string, unknown>>) => boolean);
}

/** Whether this command, with this data, holds in any order. */
export const holdsInAnyOrder = (
  { commutative }: Pick<CommandDefinition, 'commutative'>,
  data: Readonly<Record<string, unknown>>,
): boolean => (typeof commutative === 'function' ? commutative(data) : commutative === true);

type Shapes = Record<string, Omit<CommandDefinition, 'type'>>;
type Defined<M extends Shapes> = { readonly [K in keyof M & string]: CommandDefinition<K, M[K]['schema']> };

export const command = <S extends z.ZodObject>(
  target: keyof z.output<S> & string,
  schema: S,
  options: Pick<CommandDefinition, 'creates' | 'personal' | 'commutative'> = {},
) => ({ target: target as string, schema, ...options });

/** The commands of one aggregate: `defineCommands({ PlaceOrder: command('orderId', z.object({ … })) })`. */
export const defineCommands = <const M extends Shapes>(shapes: M): Defined<M> =>
  Object.fromEntries(Object.entries(shapes).map(([type, shape]) => [type, { type, ...shape }])) as Defined<M>;

export type CommandData<D> = D extends CommandDefinition<string, infer S> ? Readonly<z.output<S>> : never;

/** A command on its way to its aggregate, as processes send it. */
export interface CommandMessage {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** ISO 8601, UTC: when it happened in the business, where that is not when its cause did. */
  readonly occurredAt?: string;
}

/** A typed message for a process: `send(billing.IssueInvoice, { orderId })`. */
export const send = <D extends CommandDefinition>(
  definition: D,
  data: CommandData<D>,
  occurredAt?: string,
): CommandMessage => ({
  type: definition.type,
  data: data as Readonly<Record<string, unknown>>,
  ...(occurredAt === undefined ? {} : { occurredAt }),
});
