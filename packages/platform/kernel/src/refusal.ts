/** A business "no": an error as a value, with what a client needs to react to it. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** One or two sentences: what is wrong, then what to do next. */
  readonly message: string;
  readonly details: Readonly<Record<string, RefusalDetail>>;
}

export type RefusalDetail = string | number | boolean | readonly string[] | null;
/** How a detail is shown outside (GraphQL scalars). */
export type RefusalField = 'String' | 'Int' | 'BigInt' | 'Boolean' | 'StringList';

type DetailOf<F extends RefusalField> = F extends 'Int' | 'BigInt'
  ? number
  : F extends 'Boolean'
    ? boolean
    : F extends 'StringList'
      ? readonly string[]
      : string;
type Details<F extends Record<string, RefusalField>> = { readonly [K in keyof F]: DetailOf<F[K]> };

export interface RefusalDefinition<Code extends string = string, F extends Record<string, RefusalField> = never> {
  (details: Details<F>): Refusal<Code>;
  readonly code: Code;
  readonly fields: Record<string, RefusalField>;
}

/** Any refusal of a context's catalogue, for those who list them (the schema). */
export interface AnyRefusalDefinition {
  readonly code: string;
  readonly fields: Record<string, RefusalField>;
}

/**
 * One kind of refusal: its fields become the typed fields of its GraphQL error.
 *
 *     const OrderNotCancellable = refusal('OrderNotCancellable', { status: 'String' },
 *       ({ status }) => `The order is ${status}: request a return instead.`);
 *     refuse(OrderNotCancellable({ status: 'COMPLETED' }))
 */
export const refusal = <const Code extends string, const F extends Record<string, RefusalField>>(
  code: Code,
  fields: F,
  message: (details: Details<F>) => string,
): RefusalDefinition<Code, F> =>
  Object.assign((details: Details<F>): Refusal<Code> => ({ code, message: message(details), details }), {
    code,
    fields,
  });
