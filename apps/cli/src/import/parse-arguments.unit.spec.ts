import { describe, expect, it } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

describe('the arguments of an import', () => {
  it('are a file, and by default the last 20 orders stay open', () => {
    expect(parseArguments(['day.csv.gz'])).toEqual({
      path: 'day.csv.gz',
      leaveOpen: 20,
      concurrency: 32,
      replenish: false,
    });
    expect(parseArguments(['--leave-open', '0', 'day.csv', '--concurrency=4', '--replenish'])).toEqual({
      path: 'day.csv',
      leaveOpen: 0,
      concurrency: 4,
      replenish: true,
    });
  });
  it.each([
    [[], /Which file/],
    [['a.csv', 'b.csv'], /One file at a time/],
    [['a.csv', '--leave-open', 'all'], /--leave-open must be a whole number of at least 0, not 'all'/],
    [['a.csv', '--concurrency', '0'], /--concurrency must be a whole number of at least 1/],
    [['a.csv', '--fast'], /--fast/],
  ])('%j are not understood', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message);
  });
});
