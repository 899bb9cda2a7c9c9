'use client';

import { PackageOpen } from 'lucide-react';
import Link from 'next/link';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { RequestReturnDocument } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

const words = texts.cancellations;
type Cancellation = OrderOfPage['cancellations'][number];
type Pieces = readonly { readonly lineId: string; readonly quantity: number }[];

const looks = {
  REQUESTED: { tone: 'amber', word: words.requested },
  RECORDED: { tone: 'violet', word: words.recorded },
  REJECTED: { tone: 'red', word: words.rejected },
} as const;

const piecesText = (order: OrderOfPage, pieces: Pieces | null): string =>
  pieces === null
    ? words.everything
    : pieces
        .map(({ lineId, quantity }) => {
          const line = order.lines.find(({ id }) => id === lineId);
          return words.pieces(formatCount(quantity), line?.sku ?? lineId);
        })
        .join(', ');

/** One return per delivery, with an id of its own: asked for twice, it is one. */
const returnIdOf = (cancellationId: string, deliveryId: string): string => `${cancellationId}-${deliveryId}`;

/** The return that the answer prepared: asked for by one click, and shown once it is under way. */
const Instead = ({ order, cancellation }: { order: OrderOfPage; cancellation: Cancellation }) => {
  const say = useSay();
  const { run, busy } = useCommand(RequestReturnDocument);
  const { id, returnInstead, reason } = cancellation;
  if (!id || !returnInstead) return null;
  const asked = (deliveryId: string) =>
    order.deliveries.some(
      (delivery) => delivery.id === deliveryId && delivery.returns.some((one) => one.id === returnIdOf(id, deliveryId)),
    );
  const left = returnInstead.filter(({ deliveryId }) => !asked(deliveryId));
  const request = async () => {
    for (const { deliveryId, lines } of left) {
      const returnId = returnIdOf(id, deliveryId);
      const wanted = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
      const outcome = await run({ deliveryId, returnId, lines: wanted, reason });
      if (!(await say(outcome, { done: words.returnAsked, refused: words.returnRefused }))) return;
    }
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      {left.length > 0 ? (
        <Button size="sm" icon={PackageOpen} busy={busy} onClick={() => void request()}>
          {words.returnInstead}
        </Button>
      ) : (
        <Pill tone="violet" word={words.returnAsked} />
      )}
      <span className="text-xs text-faint">
        {returnInstead.map(({ deliveryId, lines }) => {
          const delivery = order.deliveries.find((one) => one.id === deliveryId);
          return (
            <span key={deliveryId} className="mr-2">
              {piecesText(order, lines)} ·{' '}
              <Link href={`/deliveries/${deliveryId}`} className="rounded-sm underline hover:text-accent-text">
                {delivery?.number ?? words.delivery}
              </Link>
            </span>
          );
        })}
      </span>
    </div>
  );
};

/** Every wish to cancel: what is not wanted and why, what the warehouse answered, and what can be done instead. */
export const CancellationsPanel = ({ order, past }: { order: OrderOfPage; past: boolean }) =>
  order.cancellations.length > 0 && (
    <Panel title={words.title}>
      <ul className="grid gap-4">
        {order.cancellations.map((one) => (
          <li key={one.id ?? one.requestedAt}>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {one.status && <Pill {...looks[one.status]} />}
              <span className="font-medium">{piecesText(order, one.lines)}</span>
              <span className="text-xs text-faint">
                {one.reason} · <Time at={one.requestedAt} />
              </span>
            </div>
            {one.rejected && (
              <p className="mt-1 text-pretty text-soft">
                {one.rejected} {one.answeredAt && <Time at={one.answeredAt} />}
              </p>
            )}
            {one.status === 'REJECTED' && !past && <Instead order={order} cancellation={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
