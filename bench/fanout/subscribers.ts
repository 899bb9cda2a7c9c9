import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * Many SSE clients in one process: `subscribers.ts PORT COUNT BODY`. Says `ready` once all are subscribed, and then, each
 * time a message has reached the last of them, a line of JSON about it. Instants are milliseconds since the epoch.
 */
const [port, count, body = ''] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const NEXT = 'event: next\n';
/** Connections opened at once: more would overflow what the server's kernel queues. */
const ABREAST = 100;

const request = [
  'POST /graphql HTTP/1.1',
  `Host: 127.0.0.1:${port}`,
  'Content-Type: application/json',
  'Accept: text/event-stream',
  `Content-Length: ${Buffer.byteLength(body)}`,
  '',
  body,
].join('\r\n');

interface Round {
  readonly first: number;
  bytes: number;
  reached: number;
}
const rounds: Round[] = [];
let frame = '';

const now = () => performance.timeOrigin + performance.now();

const receive = (round: number, bytes: number) => {
  const at = now();
  const known = rounds[round] ?? { first: at, bytes: 0, reached: 0 };
  rounds[round] = known;
  known.bytes += bytes;
  known.reached += 1;
  if (known.reached === count)
    console.log(JSON.stringify({ round, first: known.first, last: at, bytes: known.bytes, frame }));
};

const follow = (socket: Socket) => {
  let round = 0;
  let open = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const frames = (open + chunk).split('\n\n');
    open = frames.pop() ?? '';
    for (const text of frames) {
      if (!text.startsWith(NEXT)) continue;
      frame ||= `${text}\n\n`;
      receive(round++, text.length + 2);
    }
  });
};

const subscribeOne = async (): Promise<void> => {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  await once(socket, 'connect');
  socket.write(request);
  const [head] = (await once(socket, 'data')) as [Buffer];
  if (!head.toString().startsWith('HTTP/1.1 200')) throw new Error(`Not subscribed: ${head.toString().slice(0, 300)}`);
  follow(socket);
};

for (let opened = 0; opened < count; opened += ABREAST)
  await Promise.all(Array.from({ length: Math.min(ABREAST, count - opened) }, subscribeOne));
console.log('ready');
