import type { Shape } from './shape.ts';

export interface Difference {
  /** From the object to the value: names of fields, and the ids of members of lists. */
  readonly path: readonly string[];
  /** Null where there was none. */
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Value {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every value with its path. Members of a list are known by their ids, by their places where they have none. */
const valuesOf = (object: unknown, shape: Shape, path: readonly string[]): Value[] => {
  if (!isFields(object)) return [];
  return Object.entries(shape).flatMap(([name, part]): Value[] => {
    const value = object[name] ?? null;
    const at = [...path, name];
    if (part === 'value') return value === null ? [] : [{ path: at, value }];
    if (part.kind === 'part') return valuesOf(value, part.of, at);
    const members: readonly unknown[] = Array.isArray(value) ? value : [];
    return members.flatMap((member, place) => {
      const key = isFields(member) && typeof member.id === 'string' ? member.id : String(place + 1);
      return valuesOf(member, part.of, [...at, key]);
    });
  });
};

const byPath = (values: readonly Value[]) => new Map(values.map((value) => [JSON.stringify(value.path), value]));

/** What differs between two states of one object (null: there was none), in the order of its fields. Pure. */
export const differencesOf = (before: unknown, after: unknown, shape: Shape): Difference[] => {
  const old = byPath(valuesOf(before, shape, []));
  const now = byPath(valuesOf(after, shape, []));
  const paths = new Map([...old, ...now].map(([key, { path }]) => [key, path]));
  return [...paths].flatMap(([key, path]) => {
    const change = { path, before: old.get(key)?.value ?? null, after: now.get(key)?.value ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
};
