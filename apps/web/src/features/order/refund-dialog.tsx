'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { RefundPaymentDocument } from '../../graphql/generated/documents.ts';
import { formatMoney, parseMoney, plainMoney } from '../../lib/format.ts';
import { uuid } from '../../lib/uuid.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

const words = texts.refund;
type Payment = NonNullable<OrderOfPage['payment']>;

/** Gives money of an order back, as much as can go back. */
export const RefundDialog = ({
  order,
  payment,
  onOpenChange,
}: {
  order: OrderOfPage;
  payment: Payment;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(RefundPaymentDocument);
  // The same refund, however often the button is pressed.
  const [refundId] = useState(uuid);
  const { amount: most, currency } = payment.refundable;
  const fits = (text: string) => {
    const amount = parseMoney(text, currency) ?? 0;
    return amount > 0 && amount <= most;
  };
  const schema = z.object({
    amount: z.string().refine(fits, words.amountWrong(formatMoney(most, currency))),
    reason: z.string().trim().min(1, words.reasonMissing),
  });
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { amount: plainMoney(most, currency), reason: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ amount: text, reason }) => {
    const amount = parseMoney(text, currency) ?? 0;
    const outcome = await run({ orderId: order.id, refundId, amount: { amount, currency }, reason });
    const done = words.done(formatMoney(amount, currency));
    if (await say(outcome, { done, refused: words.refused })) onOpenChange(false);
  });
  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(order.number)} about={words.about}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <MoneyField
          label={`${texts.amount}, ${currency}`}
          hint={words.amountHint(formatMoney(most, currency))}
          error={errors.amount?.message}
          {...form.register('amount')}
        />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <DialogButtons onLeave={() => onOpenChange(false)} action={words.action} look="danger" busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
