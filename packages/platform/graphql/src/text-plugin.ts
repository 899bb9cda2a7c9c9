import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from './context.ts';

/** Postgres keeps neither U+0000 nor half of a surrogate pair in a text. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** No input type nests deeper, and nobody walks deeper. */
const DEEPEST = 32;
const UNKEPT = 'holds a character that cannot be kept (U+0000, or half of a surrogate pair): leave it out.';

/** What is wrong with a value, and where; undefined where nothing is. */
const faultIn = (value: unknown, path: string, depth = 0): string | undefined => {
  if (typeof value === 'string') return isStorable(value) ? undefined : `${path} ${UNKEPT}`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return 'variables are nested too deeply: send what the input types ask for.';
  for (const [name, field] of Object.entries(value)) {
    const fault = isStorable(name) ? faultIn(field, `${path}.${name}`, depth + 1) : `${path} ${UNKEPT}`;
    if (fault) return fault;
  }
  return undefined;
};

const isLiteralStorable = (document: string): boolean =>
  !/\\u(\{0*\}|0000|d[89a-f])/i.test(document) && isStorable(document);

/** Refuses texts that no table can hold, before anything looks at them. */
export const textPlugin = (): Plugin<GraphContext> => ({
  onParams({ params, setResult }) {
    const inVariables = faultIn(params.variables, 'variables');
    const message = inVariables ?? (isLiteralStorable(params.query ?? '') ? undefined : `query ${UNKEPT}`);
    if (!message) return;
    setResult({
      errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })],
    });
  },
});
