import type { ServerResponse } from 'node:http';
import { encodeResult, type Result } from '../encode-result.ts';
import { COMPLETE, frameOf, PING } from './frames.ts';

/** Between two pings (ms): shorter than what proxies and phones take for dead. */
const PING_EVERY = 12_000;

export type Results = AsyncIterable<Result>;
export const isStream = (result: Result | Results): result is Results => Symbol.asyncIterator in result;

/** Until the client has taken what was written, or is gone. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });

/** Writes what comes to one client, no faster than the client takes it: whoever is slow catches up by its cursor. */
const write = async (response: ServerResponse, results: Results): Promise<void> => {
  const messages = results[Symbol.asyncIterator]();
  response.once('close', () => void messages.return?.());
  for (;;) {
    const { value, done } = await messages.next();
    if (response.destroyed) return;
    if (done) break;
    if (!response.write(frameOf(value))) await drained(response);
  }
};

/**
 * Results as Server-Sent Events, the "distinct connections" mode of the graphql-sse protocol, straight to the socket. The
 * body ends with the connection, so that a message is one write and not three (a chunk's length, its bytes, its end).
 */
export const createStreamDoor = () => {
  const open = new Set<ServerResponse>();
  let pings: NodeJS.Timeout | undefined;
  const ping = () => {
    for (const response of open) if (!response.writableNeedDrain) response.write(PING);
  };
  const enter = (response: ServerResponse) => {
    open.add(response);
    pings ??= setInterval(ping, PING_EVERY).unref();
    response.once('close', () => {
      open.delete(response);
      if (open.size > 0) return;
      clearInterval(pings);
      pings = undefined;
    });
  };

  return async (response: ServerResponse, result: Result | Results, headers: Record<string, string>): Promise<void> => {
    const status = isStream(result) ? 200 : encodeResult(result).status;
    response.useChunkedEncodingByDefault = false;
    response.writeHead(status, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      connection: 'close',
      ...headers,
    });
    // At once: some browsers tell of an answer only when its first byte is there.
    response.write(PING);
    enter(response);
    if (isStream(result)) await write(response, result);
    else response.write(frameOf(result));
    response.end(COMPLETE);
  };
};
