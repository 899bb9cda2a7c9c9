'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { IssueCreditNoteDocument } from '../../graphql/generated/documents.ts';
import { formatMoney, parseMoney } from '../../lib/format.ts';
import { uuid } from '../../lib/uuid.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

const words = texts.goodwill;
type Invoice = OrderOfPage['invoices'][number];

/** A sum off an invoice, for nothing that came back: the credit note says why, the money follows. */
export const GoodwillDialog = ({
  invoice,
  onOpenChange,
}: {
  invoice: Invoice;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(IssueCreditNoteDocument);
  // The same credit note, however often the button is pressed.
  const [creditNoteId] = useState(uuid);
  const { currency } = invoice.total;
  const schema = z.object({
    amount: z.string().refine((text) => (parseMoney(text, currency) ?? 0) > 0, words.amountWrong),
    reason: z.string().trim().min(1, words.reasonMissing),
  });
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { amount: '', reason: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ amount: text, reason }) => {
    const amount = parseMoney(text, currency) ?? 0;
    const outcome = await run({
      ...{ invoiceId: invoice.id, creditNoteId, reason },
      amounts: [{ description: reason, amount }],
    });
    const done = words.done(formatMoney(amount, currency));
    if (await say(outcome, { done, refused: words.refused })) onOpenChange(false);
  });
  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(invoice.number)} about={words.about}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <MoneyField
          label={words.amount(currency)}
          hint={words.amountHint(formatMoney(invoice.total.amount, currency))}
          error={errors.amount?.message}
          {...form.register('amount')}
        />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <DialogButtons onLeave={() => onOpenChange(false)} action={words.action} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
