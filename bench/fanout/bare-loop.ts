import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The floor: a plain Node server that writes the bytes of a `POST /publish` to everybody who is subscribed, in a loop. */
const subscribers = new Set<ServerResponse>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.url === '/publish') {
      const message = Buffer.concat(chunks);
      for (const subscriber of subscribers) subscriber.write(message);
      return void response.end();
    }
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.write(':\n\n');
    subscribers.add(response);
    response.on('close', () => subscribers.delete(response));
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
