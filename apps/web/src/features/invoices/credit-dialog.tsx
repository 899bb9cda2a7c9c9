'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type InvoiceOfPageFragment, IssueCreditNoteDocument } from '../../graphql/generated/documents.ts';
import { parseMoney } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { invoice as invoiceTexts } from '../../texts/invoice.ts';

const texts = invoiceTexts.credit;

/** The lines that still have pieces to credit. */
const creditable = ({ lines, creditNotes }: InvoiceOfPageFragment) => {
  const credited = new Map<string, number>();
  for (const { lineId, quantity } of creditNotes.flatMap((note) => note.lines))
    if (lineId !== null) credited.set(lineId, (credited.get(lineId) ?? 0) + quantity);
  return lines
    .map(({ id, description, quantity }) => ({ id, description, left: quantity - (credited.get(id) ?? 0) }))
    .filter(({ left }) => left > 0);
};

const schemaFor = (currency: string, lefts: readonly number[]) =>
  z
    .object({
      reason: z.string().trim().min(1, texts.reasonMissing),
      amount: z
        .string()
        .refine((text) => text.trim() === '' || (parseMoney(text, currency) ?? 0) > 0, texts.amountWrong),
      pieces: z.array(z.string().refine((text) => /^\d*$/.test(text.trim()), texts.piecesWrong)),
    })
    .refine(({ pieces }) => pieces.every((text, at) => Number(text) <= (lefts[at] ?? 0)), {
      path: ['reason'],
      error: texts.piecesWrong,
    })
    .refine(({ amount, pieces }) => amount.trim() !== '' || pieces.some((text) => Number(text) > 0), {
      path: ['amount'],
      error: texts.nothing,
    });

/** Asks which pieces or which amount to credit, and why. */
export const CreditDialog = ({
  invoice,
  onOpenChange,
}: {
  invoice: InvoiceOfPageFragment;
  onOpenChange: (open: boolean) => void;
}) => {
  const { id: invoiceId, number, currency } = invoice;
  const lines = creditable(invoice);
  const schema = schemaFor(
    currency,
    lines.map(({ left }) => left),
  );
  const say = useSay();
  const { run } = useCommand(IssueCreditNoteDocument);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { reason: '', amount: '', pieces: lines.map(() => '') },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ reason, amount: text, pieces }) => {
    const wanted = lines
      .map(({ id }, at) => ({ lineId: id, quantity: Number(pieces[at] ?? 0) }))
      .filter(({ quantity }) => quantity > 0);
    const amount = parseMoney(text, currency);
    const outcome = await run({
      invoiceId,
      reason,
      ...(wanted.length > 0 ? { lines: wanted } : {}),
      ...(amount ? { amounts: [{ description: reason, amount }] } : {}),
    });
    if (await say(outcome, { done: texts.done(number), refused: texts.refused })) onOpenChange(false);
  });

  return (
    <Dialog open onOpenChange={onOpenChange} title={texts.title(number)} about={texts.about}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        {lines.length > 0 && (
          <fieldset className="grid max-h-52 gap-2 overflow-y-auto">
            <legend className="mb-1 text-xs font-medium text-soft">{texts.pieces}</legend>
            {lines.map(({ id, description, left }, at) => (
              <TextField
                key={id}
                label={texts.of(left, description)}
                error={errors.pieces?.[at]?.message}
                {...form.register(`pieces.${at}`)}
                inputMode="numeric"
                look="figure"
              />
            ))}
          </fieldset>
        )}
        <MoneyField
          label={texts.amount(currency)}
          hint={texts.amountHint}
          error={errors.amount?.message}
          {...form.register('amount')}
        />
        <TextField
          label={texts.reason}
          hint={texts.reasonHint}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <DialogButtons onLeave={() => onOpenChange(false)} action={texts.action} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
