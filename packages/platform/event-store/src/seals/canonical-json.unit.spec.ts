import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalJsonText } from './canonical-json.ts';

/** RFC 8785, sections 3.2.2 to 3.2.4. */
const NUMBERS_AND_STRINGS = String.raw`{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}`;
const KEYS = String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
  "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`;

describe('canonical JSON', () => {
  it('is what RFC 8785 shows', () => {
    expect(canonicalJson(JSON.parse(NUMBERS_AND_STRINGS))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
    expect(Object.keys(JSON.parse(KEYS)).length).toBe(7);
    expect([...canonicalJson(JSON.parse(KEYS)).matchAll(/:"([^"]*)"/g)].map(([, value]) => value)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson([-0, 1e21, 1e-7, 5e-324, 9007199254740992])).toBe('[0,1e+21,1e-7,5e-324,9007199254740992]');
  });

  it('does not depend on the order of keys or on spaces', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(JSON.parse(text)))).toBe(text);
        expect(canonicalJsonText(JSON.stringify(value, undefined, 2))).toBe(canonicalJsonText(text));
      }),
    );
  });

  it('goes as deep as JSON does', () => {
    const deep = (innermost: string) => '{"a":['.repeat(50_000) + innermost + ']}'.repeat(50_000);
    expect(canonicalJsonText(deep('1'))).toBe(deep('1'));
    expect(canonicalJsonText(deep('12345678901234567890'))).toBe(deep('12345678901234567890'));
  });

  it('of stored text keeps every digit that a double would lose', () => {
    expect(canonicalJsonText('{"b": 12345678901234567890, "a": "12345678901234567890"}')).toBe(
      '{"a":"12345678901234567890","b":12345678901234567890}',
    );
    expect(canonicalJsonText('[0.12345678901234567890, -9007199254740993, "n1234567890123456", 1.5, 2.50]')).toBe(
      '[0.1234567890123456789,-9007199254740993,"n1234567890123456",1.5,2.5]',
    );
    expect(canonicalJsonText(`[1${'0'.repeat(400)}]`)).toBe(`[1${'0'.repeat(400)}]`);
    expect(canonicalJsonText('[2.0000000000000000, {"x\\"1234567890123456": 0.0000000000000000}]')).toBe(
      '[2,{"x\\"1234567890123456":0}]',
    );
  });

  it('of stored text is that of the value, wherever a double holds it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (whole, text) => {
        const value = { 'a long number in a text': '1234567890123456', whole, text };
        expect(canonicalJsonText(JSON.stringify(value))).toBe(canonicalJson(value));
      }),
    );
  });
});

/** The same value, its keys the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
};
