'use client';

import { Dialog } from '../../components/dialog.tsx';
import { CancelOrderLinesDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { useVersionSeen } from '../../live/use-version-seen.ts';
import { order as texts } from '../../texts/order.ts';
import { PiecesForm } from '../delivery/pieces-form.tsx';
import { cancellableLines } from './cancellable-lines.ts';
import type { OrderOfPage } from './progress.ts';

const words = {
  ...texts.cancelLines,
  reason: texts.cancelReason,
  reasonHint: texts.cancelReasonHint,
  reasonMissing: texts.cancelReasonMissing,
};

/** How many of each are not wanted any more, and why. The warehouse answers what can still be stopped. */
export const CancelLinesDialog = ({
  order,
  onOpenChange,
}: {
  order: OrderOfPage;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run, busy } = useCommand(CancelOrderLinesDocument);
  const [seen, answered] = useVersionSeen(order.version);
  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(order.number)} about={words.about}>
      <PiecesForm
        lines={cancellableLines(order)}
        texts={words}
        look="danger"
        busy={busy}
        onLeave={() => onOpenChange(false)}
        onPieces={async (lines, reason) => {
          const outcome = await run({ orderId: order.id, expectedVersion: seen, reason, lines });
          answered(outcome);
          const said = { done: words.done(order.number), refused: texts.notCancelled, stream: `order-${order.id}` };
          if (await say(outcome, said)) onOpenChange(false);
        }}
      />
    </Dialog>
  );
};
