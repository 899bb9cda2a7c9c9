'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Pill } from '../../components/pill.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Time } from '../../components/time.tsx';
import { ReleaseReservationDocument, type ReservationPartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { reservationStates } from '../../lib/states.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { stock as texts } from '../../texts/stock.ts';

const canRelease = ({ availableActions }: ReservationPartsFragment): boolean =>
  availableActions.some(({ name, allowed }) => name === 'releaseReservation' && allowed);

/** Who has a promise of a stock item, or waits for one: the oldest first. */
export const ReservationList = ({
  stockId,
  reservations,
}: {
  stockId: string;
  reservations: ReservationPartsFragment[];
}) => {
  const say = useSay();
  const { run } = useCommand(ReleaseReservationDocument);
  const [releasing, setReleasing] = useState<string | null>(null);
  if (reservations.length === 0) return <p className="text-faint">{texts.noReservations}</p>;
  return (
    <>
      <ul aria-label={texts.reservations}>
        {reservations.map((reservation) => (
          <li key={reservation.id} className="flex h-9 items-center gap-3">
            <Pill {...reservationStates[reservation.status]} />
            <span className="tabular font-medium">{formatCount(reservation.remaining)}</span>
            <Link
              href={`/orders/${reservation.orderId}`}
              className="min-w-0 truncate rounded-sm text-accent-text hover:underline"
            >
              {texts.reservationOf}
            </Link>
            <span className="ml-auto text-xs text-faint">
              <Time at={reservation.reservedAt} />
            </span>
            {canRelease(reservation) && (
              <Button look="quiet" size="sm" onClick={() => setReleasing(reservation.id)}>
                {texts.release}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {releasing && (
        <ReasonDialog
          texts={texts.releaseTexts}
          onOpenChange={(open) => !open && setReleasing(null)}
          onReason={async (reason) =>
            Boolean(
              await say(await run({ stockId, reservationId: releasing, reason }), {
                done: texts.released,
                refused: texts.notReleased,
              }),
            )
          }
        />
      )}
    </>
  );
};
