/** How names and what is no container are spelt. */
interface Spelling {
  readonly name: (name: string) => string;
  readonly scalar: (value: unknown) => string;
}

/** A container that is being written: its members in order, and how many of them were. */
interface Open {
  readonly names: readonly string[] | undefined;
  readonly values: readonly unknown[];
  written: number;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const open = (value: object): Open => {
  if (Array.isArray(value)) return { names: undefined, values: value, written: 0 };
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { names: members.map(([name]) => name), values: members.map(([, member]) => member), written: 0 };
};

/** Without recursion: what Postgres can nest, this can write, or one event could never be sealed. */
const write = (root: unknown, { name, scalar }: Spelling): string => {
  if (!isContainer(root)) return scalar(root);
  const path = [open(root)];
  let text = Array.isArray(root) ? '[' : '{';
  for (let at = path[0]; at; at = path[path.length - 1]) {
    if (at.written === at.values.length) {
      text += at.names ? '}' : ']';
      path.pop();
      continue;
    }
    if (at.written > 0) text += ',';
    const value = at.values[at.written];
    if (at.names) text += `${name(at.names[at.written] ?? '')}:`;
    at.written += 1;
    if (isContainer(value)) {
      text += Array.isArray(value) ? '[' : '{';
      path.push(open(value));
    } else {
      text += scalar(value);
    }
  }
  return text;
};

const PLAIN: Spelling = { name: JSON.stringify, scalar: JSON.stringify };

/** The one text of a JSON value, after RFC 8785: keys by UTF-16 code units, no spaces, numbers as ECMAScript writes them. */
export const canonicalJson = (value: unknown): string => write(value, PLAIN);

/**
 * The canonical form of JSON as Postgres writes `jsonb`. It is RFC 8785's, but for numbers that ECMAScript's cannot hold:
 * they keep all their digits, because a change of the last one is a change.
 */
export const canonicalJsonText = (text: string): string =>
  /[\d.]{16}/.test(text) ? write(JSON.parse(tagged(text)), EXACT) : canonicalJson(JSON.parse(text));

/** Every string gets an `s` in front, every number becomes a string with an `n`: digits survive the parser. */
const tagged = (text: string): string =>
  text.replace(/"((?:[^"\\]|\\.)*)"|-?\d[\d.eE+-]*/g, (token, string) =>
    string === undefined ? `"n${token}"` : `"s${string}"`,
  );

/** What 15 digits can say, a double says exactly. */
const number = (text: string): string => {
  const value = Number(text);
  const digits = text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  if (digits === '' || (digits.length <= 15 && Number.isFinite(value) && Math.abs(value) > 1e-290))
    return String(value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

const EXACT: Spelling = {
  name: (name) => JSON.stringify(name.slice(1)),
  scalar: (value) => {
    if (typeof value !== 'string') return JSON.stringify(value);
    return value[0] === 'n' ? number(value.slice(1)) : JSON.stringify(value.slice(1));
  },
};
