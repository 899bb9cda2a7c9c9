'use client';

import { type ComponentProps, type FormEvent, useState } from 'react';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatCount } from '../../lib/format.ts';
import { type Counts, PiecesField } from './pieces-field.tsx';

type Texts = {
  pieces: (sku: string) => string;
  of: (left: string) => string;
  none: string;
  /** Without it the answer of the command says so. */
  tooMany?: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  action: string;
};

/** Asks how many of each line, and why. `onPieces` gets the lines of which there is at least one piece, and the reason. */
export const PiecesForm = ({
  lines,
  texts,
  onPieces,
  ...buttons
}: {
  lines: readonly { id: string; sku: string; description: string; left: number }[];
  texts: Texts;
  onPieces: (lines: { lineId: string; quantity: number }[], reason: string) => Promise<void>;
} & Omit<ComponentProps<typeof DialogButtons>, 'action' | 'leave'>) => {
  const [counts, setCounts] = useState<Counts>({});
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'none' | 'tooMany' | 'reason' | null>(null);
  const count = (lineId: string) => counts[lineId] ?? 0;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = lines
      .map(({ id: lineId }) => ({ lineId, quantity: count(lineId) }))
      .filter((line) => line.quantity > 0);
    if (asked.length === 0) return setWrong('none');
    if (texts.tooMany && lines.some(({ id, left }) => count(id) > left)) return setWrong('tooMany');
    if (reason.trim() === '') return setWrong('reason');
    setWrong(null);
    await onPieces(asked, reason.trim());
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3" noValidate>
      <div className="grid max-h-72 gap-2 overflow-y-auto">
        {lines.map(({ id, sku, description, left }) => (
          <div key={id} className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate">
              <span className="ident mr-2 text-faint">{sku}</span>
              {description}
            </span>
            <PiecesField
              label={texts.pieces(sku)}
              max={left}
              value={count(id)}
              onChange={(quantity) => setCounts({ ...counts, [id]: quantity })}
            />
            <span className="tabular w-12 text-xs text-faint">{texts.of(formatCount(left))}</span>
          </div>
        ))}
      </div>
      {(wrong === 'none' || wrong === 'tooMany') && (
        <p role="alert" className="text-xs text-red">
          {texts[wrong]}
        </p>
      )}
      <TextField
        label={texts.reason}
        hint={texts.reasonHint}
        error={wrong === 'reason' ? texts.reasonMissing : undefined}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <DialogButtons action={texts.action} {...buttons} />
    </form>
  );
};
