'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { type DeliveryOnPageFragment, RequestReturnDocument } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { type Counts, PiecesField } from './pieces-field.tsx';

/** How many of each shall come back, and why. */
export const RequestReturnDialog = ({
  delivery,
  onOpenChange,
}: {
  delivery: DeliveryOnPageFragment;
  onOpenChange: (open: boolean) => void;
}) => {
  const { request } = texts;
  const say = useSay();
  const { run, busy } = useCommand(RequestReturnDocument);
  const lines = delivery.lines.filter(({ returnable }) => returnable > 0);
  const [counts, setCounts] = useState<Counts>({});
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'none' | 'reason' | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = lines
      .map(({ id: lineId }) => ({ lineId, quantity: counts[lineId] ?? 0 }))
      .filter(({ quantity }) => quantity > 0);
    if (asked.length === 0) return setWrong('none');
    if (reason.trim() === '') return setWrong('reason');
    setWrong(null);
    const outcome = await run({ deliveryId: delivery.id, lines: asked, reason: reason.trim() });
    const said = { done: request.done, refused: request.refused, stream: `delivery-${delivery.id}` };
    if (await say(outcome, said)) onOpenChange(false);
  };

  return (
    <Dialog open onOpenChange={onOpenChange} title={request.title(delivery.number)} about={request.about}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-3" noValidate>
        <div className="grid max-h-72 gap-2 overflow-y-auto">
          {lines.map((line) => (
            <div key={line.id} className="flex items-center gap-3">
              <span className="min-w-0 flex-1 truncate">
                <span className="ident mr-2 text-faint">{line.sku}</span>
                {line.description}
              </span>
              <PiecesField
                label={request.pieces(line.sku)}
                max={line.returnable}
                value={counts[line.id] ?? 0}
                onChange={(quantity) => setCounts({ ...counts, [line.id]: quantity })}
              />
              <span className="tabular w-12 text-xs text-faint">{request.of(formatCount(line.returnable))}</span>
            </div>
          ))}
        </div>
        {wrong === 'none' && (
          <p role="alert" className="text-xs text-red">
            {request.none}
          </p>
        )}
        <Field
          label={request.reason}
          hint={request.reasonHint}
          error={wrong === 'reason' ? request.reasonMissing : undefined}
        >
          {(props) => (
            <input
              {...props}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              autoComplete="off"
              className={inputClass}
            />
          )}
        </Field>
        <div className="mt-2 flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{common.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {request.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
