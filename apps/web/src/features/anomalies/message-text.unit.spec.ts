import { expect, it } from 'vitest';
import { fieldsOf, readable, typed } from './message-text.ts';

const came = JSON.stringify({ kind: 'ORDER', sequence: 2, content: '{"lines":[]}' });

it('takes content apart that is JSON, and leaves what is not', () => {
  expect(readable(came)).toEqual({ kind: 'ORDER', sequence: 2, content: { lines: [] } });
  expect(readable(JSON.stringify({ content: '{"lines":' }))).toEqual({ content: '{"lines":' });
  expect(readable('no JSON')).toBe('no JSON');
  expect(fieldsOf('[1]')).toBeUndefined();
});

it('lays fields out as a person would type them', () => {
  expect(typed('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(typed('{"a":')).toBe('{"a":');
  expect([typed('42'), typed(7), typed(null)]).toEqual(['42', '7', '']);
});
