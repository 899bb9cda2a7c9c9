import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { maskError } from './mask-error.ts';

const setUp = () => {
  const lines: { errorId?: string; err?: unknown }[] = [];
  const stopping = new AbortController();
  return { lines, stopping, mask: maskError({ error: (about) => lines.push(about) }, stopping.signal) };
};

it('a bug is logged whole under an id; the client gets the id and nothing else', () => {
  const { lines, mask } = setUp();
  const bug = new TypeError('secret of table x');
  const shown = mask(new GraphQLError(bug.message, { originalError: bug }));
  expect(shown.message).not.toContain('secret');
  expect(shown).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: lines[0]?.errorId } });
  expect(lines[0]?.err).toBe(bug);
});

it("what was written for clients reaches them, such as a document's fault", () => {
  const { lines, mask } = setUp();
  const fault = new GraphQLError('Cannot query field "x"');
  expect(mask(fault)).toBe(fault);
  expect(lines).toEqual([]);
});

it('nothing is a bug while the process ends', () => {
  const { lines, stopping, mask } = setUp();
  stopping.abort();
  expect(mask(new Error('pool ended'))).toMatchObject({ extensions: { code: 'STOPPING' } });
  expect(lines).toEqual([]);
});
