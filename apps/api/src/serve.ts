import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Bodies are operations and their variables; files come another way. */
const MAX_BODY = 1_000_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;
export interface HttpServer {
  readonly port: number;
  /** Takes no new requests, gives those under way `graceMs`, then ends what is left (subscriptions). */
  close(graceMs: number): Promise<void>;
}

const refuse = (response: ServerResponse, status: number, message: string) => {
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify({ errors: [{ message }] }));
};

/** A body's length is known before it is read, so that a large one is never read. */
const bodyFault = ({ method, headers }: IncomingMessage): readonly [number, string] | undefined => {
  if (method !== 'POST') return undefined;
  if (headers['transfer-encoding'] !== undefined || headers['content-length'] === undefined)
    return [411, 'Send the length of the body (content-length).'];
  return Number(headers['content-length']) > MAX_BODY ? [413, `A body may hold ${MAX_BODY} bytes at most.`] : undefined;
};

export const serve = async (handle: Handler, host: string, port: number): Promise<HttpServer> => {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const fault = bodyFault(request);
    if (fault) refuse(response, ...fault);
    else handle(request, response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close(graceMs) {
      const closed = once(server, 'close');
      server.close();
      // Connections are kept alive, so each one is closed as soon as its last answer is out.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const end = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(end);
    },
  };
};
