import { describe, expect, it } from 'vitest';
import { isLocalTime, ukInstant } from './uk-time.ts';

describe('local UK time', () => {
  it.each([
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00.000Z'],
    ['2011-05-31 08:26:00', '2011-05-31T07:26:00.000Z'],
    ['2011-03-27 00:59:00', '2011-03-27T00:59:00.000Z'],
    ['2011-03-27 02:00:00', '2011-03-27T01:00:00.000Z'],
    ['2010-10-31 00:30:00', '2010-10-30T23:30:00.000Z'],
    ['2010-10-31 02:00:00', '2010-10-31T02:00:00.000Z'],
  ])('%s is %s', (local, utc) => {
    expect(ukInstant(local).toISOString()).toBe(utc);
  });
  it('takes the first of an hour that comes twice, and refuses none that the clock skips', () => {
    expect(ukInstant('2010-10-31 01:30:00').toISOString()).toBe('2010-10-31T00:30:00.000Z');
    expect(ukInstant('2011-03-27 01:30:00').toISOString()).toBe('2011-03-27T01:30:00.000Z');
  });
  it('knows what is in no calendar', () => {
    expect(
      ['2011-02-29 10:00:00', '2011-13-01 10:00:00', '2011-01-01 24:00:00', '2011-01-01', ''].map(isLocalTime),
    ).toEqual([false, false, false, false, false]);
    expect(isLocalTime('2012-02-29 23:59')).toBe(true);
  });
});
