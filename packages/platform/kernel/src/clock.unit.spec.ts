import { expect, it } from 'vitest';
import { localDate } from './clock.ts';

it('knows the day where the business is, summer time included', () => {
  expect(localDate(new Date('2010-12-01T23:59:00Z'))).toBe('2010-12-01');
  expect(localDate(new Date('2011-06-30T23:30:00Z'))).toBe('2011-07-01');
});
