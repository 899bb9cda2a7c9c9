'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { CancelOrderLinesDocument } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { useVersionSeen } from '../../live/use-version-seen.ts';
import { common } from '../../texts/common.ts';
import { order as texts } from '../../texts/order.ts';
import { type Counts, PiecesField } from '../delivery/pieces-field.tsx';
import { cancellableLines } from './cancellable-lines.ts';
import type { OrderOfPage } from './progress.ts';

/** How many of each are not wanted any more, and why. The warehouse answers what can still be stopped. */
export const CancelLinesDialog = ({
  order,
  onOpenChange,
}: {
  order: OrderOfPage;
  onOpenChange: (open: boolean) => void;
}) => {
  const words = texts.cancelLines;
  const say = useSay();
  const { run, busy } = useCommand(CancelOrderLinesDocument);
  const [seen, answered] = useVersionSeen(order.version);
  const [counts, setCounts] = useState<Counts>({});
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'none' | 'tooMany' | 'reason' | null>(null);
  const lines = cancellableLines(order);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = lines
      .map(({ id: lineId, left }) => ({ lineId, left, quantity: counts[lineId] ?? 0 }))
      .filter(({ quantity }) => quantity > 0);
    if (asked.length === 0) return setWrong('none');
    if (asked.some(({ quantity, left }) => quantity > left)) return setWrong('tooMany');
    if (reason.trim() === '') return setWrong('reason');
    setWrong(null);
    const outcome = await run({
      orderId: order.id,
      expectedVersion: seen,
      reason: reason.trim(),
      lines: asked.map(({ lineId, quantity }) => ({ lineId, quantity })),
    });
    answered(outcome);
    const said = { done: words.done(order.number), refused: texts.notCancelled, stream: `order-${order.id}` };
    if (await say(outcome, said)) onOpenChange(false);
  };

  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(order.number)} about={words.about}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-3" noValidate>
        <div className="grid max-h-72 gap-2 overflow-y-auto">
          {lines.map((line) => (
            <div key={line.id} className="flex items-center gap-3">
              <span className="min-w-0 flex-1 truncate">
                <span className="ident mr-2 text-faint">{line.sku}</span>
                {line.description}
              </span>
              <PiecesField
                label={words.pieces(line.sku)}
                max={line.left}
                value={counts[line.id] ?? 0}
                onChange={(quantity) => setCounts({ ...counts, [line.id]: quantity })}
              />
              <span className="tabular w-12 text-xs text-faint">{words.of(formatCount(line.left))}</span>
            </div>
          ))}
        </div>
        {(wrong === 'none' || wrong === 'tooMany') && (
          <p role="alert" className="text-xs text-red">
            {words[wrong]}
          </p>
        )}
        <Field
          label={texts.cancelReason}
          hint={texts.cancelReasonHint}
          error={wrong === 'reason' ? texts.cancelReasonMissing : undefined}
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
          <Button look="danger" type="submit" busy={busy}>
            {words.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
