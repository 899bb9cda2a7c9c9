/** Postgres array literals, written by hand: the driver's own way is several times slower, and this path is hot. */

/** Numbers and booleans: nothing in them needs quoting. */
export const bare = (values: readonly (number | boolean)[]): string => `{${values.join(',')}}`;

/** A text array quotes with `"` and `\`, as JSON does; JSON's own escapes (\n, \u0000) would be read wrongly. */
export const texts = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : quoted(value))).join(',')}}`;

/** JSON of JSON: the inner text has no control characters any more, so that the outer quoting is exactly Postgres'. */
export const jsons = (values: readonly unknown[]): string =>
  `{${values.map((value) => (value === undefined ? 'NULL' : JSON.stringify(JSON.stringify(value)))).join(',')}}`;

const quoted = (text: string): string => `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
