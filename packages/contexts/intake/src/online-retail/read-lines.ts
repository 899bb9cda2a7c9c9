import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const LONGEST_LINE = 1_000_000;

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return yield* file;
  const gunzip = createGunzip();
  // `pipe` hands errors of the file to nobody: pass them on, so that the reader below sees every one.
  file.on('error', (error) => gunzip.destroy(error));
  yield* file.pipe(gunzip) as Readable;
}

/**
 * The lines of a text file (or of one in a `.gz`), without their ends, in a memory that does not grow with the file.
 * Throws what the file system or gunzip says, and for a line of more than a million characters: that is no CSV.
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunksOf(path)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error(`${path} has a line of a million characters: is it a CSV file?`);
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
