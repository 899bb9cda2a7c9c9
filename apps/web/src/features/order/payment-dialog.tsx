'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { RecordIncomingPaymentDocument } from '../../graphql/generated/documents.ts';
import { formatMoney, parseMoney, plainMoney } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

const methods = { bank: 'BANK_TRANSFER', card: 'CARD', cash: 'CASH' } as const;
const channels = ['bank', 'card', 'cash'] as const;

const schemaFor = (currency: string) =>
  z.object({
    amount: z.string().refine((text) => (parseMoney(text, currency) ?? 0) > 0, texts.amountWrong),
    reference: z.string().trim().min(1, texts.referenceMissing),
    channel: z.enum(channels),
  });

/** Records money that arrived for this order. */
export const PaymentDialog = ({
  order,
  open,
  onOpenChange,
}: {
  order: OrderOfPage;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { currency } = order;
  const outstanding = order.payment?.outstanding ?? { amount: order.total.amount - order.paid.amount, currency };
  const { run } = useCommand(RecordIncomingPaymentDocument);
  const form = useForm<z.infer<ReturnType<typeof schemaFor>>>({
    resolver: zodResolver(schemaFor(currency)),
    defaultValues: {
      amount: outstanding.amount > 0 ? plainMoney(outstanding.amount, currency) : '',
      reference: '',
      channel: 'bank',
    },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ amount: text, reference, channel }) => {
    const amount = parseMoney(text, currency) ?? 0;
    const outcome = await run({
      orderId: order.id,
      amount: { amount, currency },
      channel,
      method: methods[channel],
      reference,
    });
    if (outcome.kind === 'refused') {
      const { __typename: kind, message, path } = outcome.refusal;
      const field = kind === 'PaymentReferenceConflict' ? 'reference' : path[0];
      if (field === 'amount' || field === 'reference' || field === 'channel') {
        form.setError(field, { message });
        return;
      }
    }
    const done = await say(outcome, {
      done: texts.recorded(formatMoney(amount, currency)),
      refused: texts.notRecorded,
    });
    if (done) onOpenChange(false);
  });

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={texts.takePaymentTitle(order.number)}
      about={texts.takePaymentAbout}
    >
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <MoneyField
          label={`${texts.amount}, ${currency}`}
          hint={texts.amountHint(formatMoney(Math.max(0, outstanding.amount), currency))}
          error={errors.amount?.message}
          {...form.register('amount')}
        />
        <TextField
          label={texts.reference}
          hint={texts.referenceHint}
          error={errors.reference?.message}
          {...form.register('reference')}
        />
        <Field label={texts.channel} error={errors.channel?.message}>
          {(props) => (
            <select {...props} {...form.register('channel')} className={inputClass}>
              {channels.map((channel) => (
                <option key={channel} value={channel}>
                  {texts.channels[channel]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DialogButtons onLeave={() => onOpenChange(false)} action={texts.record} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
