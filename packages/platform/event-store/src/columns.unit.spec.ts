import { describe, expect, it } from 'vitest';
import { bare, jsons, texts } from './columns.ts';

describe('array literals', () => {
  it('leave numbers and booleans bare', () => {
    expect(bare([1, -3, true])).toBe('{1,-3,true}');
    expect(bare([])).toBe('{}');
  });

  it('quote every text, so that none can become two', () => {
    expect(texts(['a,b', 'NULL', '', 'say "\\"', null])).toBe('{"a,b","NULL","","say \\"\\\\\\"",NULL}');
  });

  it('refuse half a character, for which another one would be stored', () => {
    expect(() => texts(['order-\ud800'])).toThrow('"order-\\ud800" holds half a character');
  });

  it('hold JSON as text', () => {
    expect(jsons([{ a: 'x"y' }, undefined, null])).toBe('{"{\\"a\\":\\"x\\\\\\"y\\"}",NULL,"null"}');
    expect(jsons(['\n'])).toBe('{"\\"\\\\n\\""}');
  });
});
