import { builder } from './builder.ts';

const create = <T>(name: string) => builder.objectRef<T>(name);
const refs = new Map<string, unknown>();

/**
 * An object that one context defines and others add fields to, by name, since no context imports another's types.
 * `T` is as much of its shape as the caller needs.
 */
export const sharedObject = <T>(name: string): ReturnType<typeof create<T>> => {
  const ref = refs.get(name) ?? create<T>(name);
  refs.set(name, ref);
  return ref as ReturnType<typeof create<T>>;
};
