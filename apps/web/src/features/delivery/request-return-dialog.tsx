'use client';

import { Dialog } from '../../components/dialog.tsx';
import { type DeliveryOnPageFragment, RequestReturnDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { PiecesForm } from './pieces-form.tsx';

const { request } = texts;

/** How many of each shall come back, and why. */
export const RequestReturnDialog = ({
  delivery,
  onOpenChange,
}: {
  delivery: DeliveryOnPageFragment;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run, busy } = useCommand(RequestReturnDocument);
  return (
    <Dialog open onOpenChange={onOpenChange} title={request.title(delivery.number)} about={request.about}>
      <PiecesForm
        lines={delivery.lines
          .filter(({ returnable }) => returnable > 0)
          .map(({ returnable: left, ...line }) => ({ ...line, left }))}
        texts={request}
        busy={busy}
        onLeave={() => onOpenChange(false)}
        onPieces={async (lines, reason) => {
          const outcome = await run({ deliveryId: delivery.id, lines, reason });
          const said = { done: request.done, refused: request.refused, stream: `delivery-${delivery.id}` };
          if (await say(outcome, said)) onOpenChange(false);
        }}
      />
    </Dialog>
  );
};
