import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** One kept-alive HTTP/1.1 connection, one request at a time: costs the machine as little as a client can. */
export interface HttpConnection {
  post(path: string, body: string): Promise<HttpAnswer>;
  /** False once either side has closed it. */
  isOpen(): boolean;
  close(): void;
}

const HEAD_END = '\r\n\r\n';

/** The answer at the start of a text, and what follows it; undefined until it is complete. */
const parse = (text: string): { answer: HttpAnswer; rest: string } | undefined => {
  const end = text.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) return parseChunks(text, end + HEAD_END.length, status);
  const from = end + HEAD_END.length;
  const until = from + Number(length);
  return text.length < until
    ? undefined
    : { answer: { status, body: text.slice(from, until) }, rest: text.slice(until) };
};

const parseChunks = (text: string, from: number, status: number) => {
  let body = '';
  for (let at = from; ; ) {
    const line = text.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = Number.parseInt(text.slice(at, line), 16);
    const next = line + 2 + size + 2;
    if (text.length < next) return undefined;
    if (size === 0) return { answer: { status, body }, rest: text.slice(next) };
    body += text.slice(line + 2, line + 2 + size);
    at = next;
  }
};

export const openConnection = async (
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpConnection> => {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  // Bytes as Latin-1 characters, so that lengths are lengths in bytes.
  socket.setEncoding('latin1');
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const common = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  let text = '';
  let waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk: string) => {
    text += chunk;
    const parsed = parse(text);
    if (!parsed) return;
    text = parsed.rest;
    waiting?.resolve(parsed.answer);
  });
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('The connection was closed')));
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('The connection was closed'));
        waiting = { resolve, reject };
        socket.write(`POST ${path} HTTP/1.1\r\n${common}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    isOpen: () => !socket.destroyed,
    close: () => socket.destroy(),
  };
};
