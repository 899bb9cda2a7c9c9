import { builder } from './builder.ts';

const declare = <const V extends readonly string[]>(name: string, values: V) => builder.enumType(name, { values });
const declared = new Map<string, { readonly values: readonly string[]; readonly ref: unknown }>();

/** An enum that more than one context speaks of: each declares it, all alike; the schema has it once. */
export const sharedEnum = <const V extends readonly string[]>(
  name: string,
  values: V,
): ReturnType<typeof declare<V>> => {
  const known = declared.get(name) ?? { values, ref: declare(name, values) };
  if (known.values.join() !== values.join()) throw new Error(`The enum ${name} is declared twice, with other values.`);
  declared.set(name, known);
  return known.ref as ReturnType<typeof declare<V>>;
};

/** A row's text as one of an enum's values; anything else is a fault of the view. */
export const oneOf =
  <const V extends readonly string[]>(name: string, values: V) =>
  (text: string): V[number] => {
    if (!values.includes(text)) throw new Error(`${text} is no ${name}`);
    return text;
  };
