'use client';

import { Hand, type LucideIcon, PackageMinus, PackagePlus, PackageX, Scale, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { Time } from '../../components/time.tsx';
import type { MovementPartsFragment } from '../../graphql/generated/documents.ts';
import { actorName } from '../../lib/actor-name.ts';
import { cx } from '../../lib/cx.ts';
import { formatCount, formatName } from '../../lib/format.ts';
import { useFreshIds } from '../../lib/use-fresh-ids.ts';
import { stock as texts } from '../../texts/stock.ts';

const icons: Record<string, LucideIcon> = {
  StockReceived: PackagePlus,
  StockAdjusted: Scale,
  StockShipped: PackageMinus,
  StockReturned: Undo2,
  StockReservationRejected: PackageX,
};

const piecesOf = ({ type, pieces }: MovementPartsFragment): string => {
  if (pieces === 0) return '';
  const sign = type === 'StockReceived' || (type === 'StockAdjusted' && pieces > 0) ? '+' : '';
  return `${type === 'StockShipped' ? '−' : sign}${formatCount(pieces)}`;
};

const Entry = ({ movement, fresh }: { movement: MovementPartsFragment; fresh: boolean }) => {
  const Icon = icons[movement.type] ?? Hand;
  const { note } = movement;
  return (
    <li className={cx('flex gap-3 py-1.5', fresh && 'glow')}>
      <span className="mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-faint">
        <Icon size={13} aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <span className="truncate font-medium">{texts.kinds[movement.type] ?? formatName(movement.type)}</span>
          <span className="tabular shrink-0 font-medium">{piecesOf(movement)}</span>
        </div>
        <div className="flex items-baseline justify-between gap-3 text-xs text-faint">
          <span className="truncate">
            {note ? `${texts.notes[note] ?? note} · ` : ''}
            {movement.orderId ? (
              <Link href={`/orders/${movement.orderId}`} className="rounded-sm underline hover:text-accent-text">
                {texts.reservationOf}
              </Link>
            ) : (
              actorName(movement.actor)
            )}
          </span>
          <Time at={movement.at} />
        </div>
        <div className="tabular text-xs text-faint">
          {texts.after(formatCount(movement.onHand), formatCount(movement.reserved))}
        </div>
      </div>
    </li>
  );
};

/** What happened to a stock item, the newest first. */
export const MovementList = ({ movements }: { movements: MovementPartsFragment[] }) => {
  const fresh = useFreshIds(movements.map(({ id }) => id));
  return (
    <ol aria-label={texts.movements}>
      {movements.map((movement) => (
        <Entry key={movement.id} movement={movement} fresh={fresh.has(movement.id)} />
      ))}
    </ol>
  );
};
