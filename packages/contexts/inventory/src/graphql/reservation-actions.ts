import type { AvailableAction } from '@waybill/graphql';
import type { ReservationStatus } from '../read-models/reservations.ts';

const STILL_OPEN: readonly ReservationStatus[] = ['RESERVED', 'FIRM', 'WAITING'];

/** What a person can do with a reservation now. */
export const reservationActions = ({
  status,
  firm,
}: {
  readonly status: ReservationStatus;
  readonly firm: boolean;
}): readonly AvailableAction[] => {
  const over = STILL_OPEN.includes(status) ? null : `The reservation is ${status}: there is nothing left of it.`;
  const whyNotFirm = over ?? (firm ? 'It is firm already, and does not lapse.' : null);
  return [
    { name: 'releaseReservation', allowed: over === null, reason: over },
    { name: 'firmReservation', allowed: whyNotFirm === null, reason: whyNotFirm },
  ];
};
