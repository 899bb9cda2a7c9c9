import { expect, it } from 'vitest';
import { localDate } from './clock.ts';
import { addDays, endOfLocalDay, startOfLocalDay } from './local-day.ts';

it('ends a day at midnight where the business is, in winter, in summer, and when the clocks change', () => {
  expect(
    ['2026-01-05', '2026-07-01', '2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map((day) =>
      endOfLocalDay(day).toISOString(),
    ),
  ).toEqual([
    '2026-01-06T00:00:00.000Z',
    '2026-07-01T23:00:00.000Z',
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T23:00:00.000Z',
    '2026-10-24T23:00:00.000Z',
    '2026-10-26T00:00:00.000Z',
  ]);
});

it('is the first instant of the next day, anywhere', () => {
  for (const zone of ['Europe/London', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland'])
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const over = endOfLocalDay(day, zone);
      expect([localDate(new Date(over.getTime() - 1), zone), localDate(over, zone)]).toEqual([day, addDays(day, 1)]);
      expect(startOfLocalDay(addDays(day, 1), zone)).toEqual(over);
    }
});

it('counts calendar days', () => {
  expect([addDays('2026-02-27', 2), addDays('2026-12-31', 30), addDays('2026-03-01', -1)]).toEqual([
    '2026-03-01',
    '2027-01-30',
    '2026-02-28',
  ]);
});
