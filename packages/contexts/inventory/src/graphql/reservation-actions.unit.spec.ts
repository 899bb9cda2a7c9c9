import { expect, it } from 'vitest';
import { reservationActions } from './reservation-actions.ts';

const allowed = (...of: Parameters<typeof reservationActions>) =>
  reservationActions(...of)
    .filter((action) => action.allowed)
    .map(({ name }) => name);

it('lets people release what is open, and make firm what could lapse', () => {
  expect(allowed({ status: 'RESERVED', firm: false })).toEqual(['releaseReservation', 'firmReservation']);
  expect(allowed({ status: 'WAITING', firm: false })).toEqual(['releaseReservation', 'firmReservation']);
  expect(allowed({ status: 'FIRM', firm: true })).toEqual(['releaseReservation']);
  expect(allowed({ status: 'SHIPPED', firm: true })).toEqual([]);
});

it('says why not', () => {
  expect(reservationActions({ status: 'EXPIRED', firm: false })[0]?.reason).toBe(
    'The reservation is EXPIRED: there is nothing left of it.',
  );
});
