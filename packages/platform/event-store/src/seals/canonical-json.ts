/** The one text of a JSON value, after RFC 8785: keys by UTF-16 code units, no spaces, numbers as ECMAScript writes them. */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
};

/**
 * The canonical form of JSON as Postgres writes `jsonb`. It is RFC 8785's, but for numbers that ECMAScript's cannot hold:
 * they keep all their digits, because a change of the last one is a change.
 */
export const canonicalJsonText = (text: string): string =>
  /[\d.]{16}/.test(text) ? exactly(JSON.parse(tagged(text))) : canonicalJson(JSON.parse(text));

/** Every string gets an `s` in front, every number becomes a string with an `n`: digits survive the parser. */
const tagged = (text: string): string =>
  text.replace(/"((?:[^"\\]|\\.)*)"|-?\d[\d.eE+-]*/g, (token, string) =>
    string === undefined ? `"n${token}"` : `"s${string}"`,
  );

const exactly = (value: unknown): string => {
  if (typeof value === 'string') return value[0] === 'n' ? number(value.slice(1)) : JSON.stringify(value.slice(1));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(exactly).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key.slice(1))}:${exactly(member)}`).join(',')}}`;
};

/** What 15 digits can say, a double says exactly. */
const number = (text: string): string => {
  const value = Number(text);
  const digits = text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  if (digits === '' || (digits.length <= 15 && Number.isFinite(value) && Math.abs(value) > 1e-290))
    return String(value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
