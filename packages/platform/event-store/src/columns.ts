/** Postgres array literals, written by hand: the driver's own way is several times slower, and this path is hot. */

/** Numbers and booleans: nothing in them needs quoting. */
export const bare = (values: readonly (number | boolean)[]): string => `{${values.join(',')}}`;

/** A text array quotes with `"` and `\`, as JSON does; JSON's own escapes (\n, \u0000) would be read wrongly. */
export const texts = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : quoted(value))).join(',')}}`;

/** JSON of JSON: the inner text has no control characters any more, so that the outer quoting is exactly Postgres'. */
export const jsons = (values: readonly unknown[]): string =>
  `{${values.map((value) => (value === undefined ? 'NULL' : JSON.stringify(JSON.stringify(value)))).join(',')}}`;

const quoted = (text: string): string => {
  // The driver would send � for a half of a character: another text than was meant, maybe the name of another stream.
  if (!text.isWellFormed()) throw new TypeError(`${JSON.stringify(text)} holds half a character: it cannot be stored.`);
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
};
