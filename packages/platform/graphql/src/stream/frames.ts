import { encodeResult, type Result } from '../encode-result.ts';

/** The last message of a stream (graphql-sse, distinct connections). */
export const COMPLETE = Buffer.from('event: complete\ndata:\n\n');
/** A comment: shows client and proxies that the stream lives. */
export const PING = Buffer.from(':\n\n');

const frames = new WeakMap<object, Buffer>();

/** A result as it stands on the wire; one that goes to many subscribers is written out once. */
export const frameOf = (result: Result): Buffer => {
  const known = frames.get(result);
  if (known) return known;
  const frame = Buffer.from(`event: next\ndata: ${encodeResult(result).text}\n\n`);
  frames.set(result, frame);
  return frame;
};
