import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What an operation came to; some errors say with which status they want to be answered. */
export interface Result {
  readonly data?: unknown;
  readonly errors?: readonly (GraphQLError | Error)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
interface HttpHint {
  readonly status?: number;
  /** The status is for clients that speak the newer media type; others get 200 with errors. */
  readonly spec?: boolean;
}

const hintOf = (error: Error): HttpHint | undefined =>
  error instanceof GraphQLError ? (error.extensions.http as HttpHint | undefined) : undefined;

const statusOf = ({ errors = [] }: Result): number =>
  Math.max(200, ...errors.map(hintOf).map((hint) => (hint && !hint.spec ? (hint.status ?? 200) : 200)));

const formatted = (error: Error): GraphQLFormattedError => {
  if (!(error instanceof GraphQLError)) return { message: error.message };
  const { extensions, ...shown } = error.toJSON();
  const { http: _, ...others } = extensions ?? {};
  return { ...shown, ...(Object.keys(others).length > 0 ? { extensions: others } : {}) };
};

/** A result as the body of an answer, with its status. */
export const encodeResult = (result: Result): { readonly status: number; readonly text: string } =>
  result.errors
    ? { status: statusOf(result), text: JSON.stringify({ ...result, errors: result.errors.map(formatted) }) }
    : { status: 200, text: JSON.stringify(result) };
