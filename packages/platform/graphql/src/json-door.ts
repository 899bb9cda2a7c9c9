import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, YogaServerInstance } from 'graphql-yoga';
import type { GraphContext } from './context.ts';
import { encodeResult, type Result } from './encode-result.ts';
import { createStreamDoor, isStream, type Results } from './stream/stream-door.ts';

/** The door takes JSON posts that want JSON or a stream back; what it does not take is Yoga's: pages, preflights, forms. */
const takes = ({ method, url, headers }: IncomingMessage, origins: readonly string[]): boolean => {
  const { 'content-type': type = '', accept = '*/*', origin } = headers;
  return (
    method === 'POST' &&
    url === '/graphql' &&
    type.startsWith('application/json') &&
    headers['content-encoding'] === undefined &&
    (accept.includes('application/json') || accept.includes(STREAM) || accept.includes('*/*')) &&
    (origin === undefined || origins.includes(origin))
  );
};

const STREAM = 'text/event-stream';
/** A client that takes both gets a stream where it subscribes. */
const wantsStream = (accept: string, query: string): boolean =>
  accept.includes(STREAM) && (!accept.includes('application/json') || /\bsubscription\b/.test(query));

const readBody = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      .on('error', reject);
  });

const isParams = (value: unknown): value is GraphQLParams & { readonly query: string } => {
  if (typeof value !== 'object' || value === null || !('query' in value) || typeof value.query !== 'string')
    return false;
  const { variables, operationName } = value as { variables?: unknown; operationName?: unknown };
  const isObject = variables == null || (typeof variables === 'object' && !Array.isArray(variables));
  return isObject && (operationName == null || typeof operationName === 'string');
};

const parse = (body: string): (GraphQLParams & { readonly query: string }) | undefined => {
  try {
    const params: unknown = JSON.parse(body);
    return isParams(params) ? params : undefined;
  } catch {
    return undefined;
  }
};

/** As much of a Request as the plugins and the context read. */
const requestOf = (headers: IncomingHttpHeaders): Request => {
  const get = (name: string): string | null => {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  };
  return { method: 'POST', url: '/graphql', headers: { get, has: (name: string) => get(name) !== null } } as Request;
};

const corsOf = (origin: string | undefined): Record<string, string> =>
  origin === undefined
    ? {}
    : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' };

const NOT_UNDERSTOOD: Result = {
  errors: [
    new GraphQLError('Send JSON with a `query`, and `variables` as an object.', {
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    }),
  ],
};

/** Plugins refuse a request by throwing before it runs (parameters that GraphQL over HTTP does not know): an answer too. */
const resultOf = async (
  yoga: YogaServerInstance<object, GraphContext>,
  params: GraphQLParams,
  request: Request,
): Promise<Result | Results> => {
  try {
    return (await yoga.getResultForParams({ params, request }, {})) as Result | Results;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
};

/** A subscription by a client that takes no stream: ended before its first message. */
const refused = async (results: Results): Promise<Result> => {
  await results[Symbol.asyncIterator]().return?.();
  return {
    errors: [
      new GraphQLError(`A subscription comes as a stream: send it with accept: ${STREAM}.`, {
        extensions: { code: 'NOT_ACCEPTABLE', http: { status: 406 } },
      }),
    ],
  };
};

/**
 * The straight way for what nearly every request is: one operation as JSON, answered as JSON or as a stream. It goes through the same
 * Yoga plugins, without the Request, Response and streams around them, which cost more than the operation itself.
 */
export const createJsonDoor = (yoga: YogaServerInstance<object, GraphContext>, origins: readonly string[]) => {
  const stream = createStreamDoor();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!takes(request, origins)) return void yoga(request, response);
    const { accept = '', origin } = request.headers;
    const params = parse(await readBody(request));
    const result = params ? await resultOf(yoga, params, requestOf(request.headers)) : NOT_UNDERSTOOD;
    if (params && wantsStream(accept, params.query)) return stream(response, result, corsOf(origin));
    const { status, text } = encodeResult(isStream(result) ? await refused(result) : result);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      ...corsOf(origin),
    });
    response.end(text);
  };
};
