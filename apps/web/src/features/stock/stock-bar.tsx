import type { StockRowFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { stock as texts } from '../../texts/stock.ts';

type Figures = Pick<StockRowFragment, 'onHand' | 'reserved' | 'available' | 'backordered'>;

/** What is on hand, by what is promised of it; what others wait for stands beyond it. */
export const StockBar = ({ item }: { item: Figures }) => {
  const { onHand, reserved, backordered } = item;
  const whole = Math.max(onHand + backordered, 1);
  const parts = [
    { key: 'reserved', pieces: reserved, className: 'bg-blue' },
    { key: 'free', pieces: onHand - reserved, className: 'bg-green' },
    { key: 'backordered', pieces: backordered, className: 'bg-amber' },
  ];
  const figures = [onHand, reserved, item.available, backordered].map(formatCount);
  const [all = '', promised = '', left = '', waited = ''] = figures;
  return (
    <span
      role="img"
      aria-label={texts.bar(all, promised, left, waited)}
      className="flex h-1.5 w-full gap-px overflow-hidden rounded-full bg-hover"
    >
      {parts.map(({ key, pieces, className }) =>
        pieces > 0 ? (
          <span key={key} className={`block h-full ${className}`} style={{ width: `${(pieces / whole) * 100}%` }} />
        ) : null,
      )}
    </span>
  );
};
