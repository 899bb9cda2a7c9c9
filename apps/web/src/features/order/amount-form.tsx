'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { type ComponentProps, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { parseMoney } from '../../lib/format.ts';
import { uuid } from '../../lib/uuid.ts';

type Texts = {
  amount: string;
  amountHint: string;
  amountWrong: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  action: string;
};
/** `amount` in the smallest units of the currency; `id` is the same however often the button is pressed. */
type Answer = { id: string; amount: number; reason: string };

/** Asks for an amount above zero, up to `most` where that is given, and why. `first` is the text the amount begins with. */
export const AmountForm = ({
  texts,
  currency,
  most = Number.POSITIVE_INFINITY,
  first = '',
  onAnswer,
  ...buttons
}: {
  texts: Texts;
  currency: string;
  most?: number;
  first?: string;
  onAnswer: (answer: Answer) => Promise<void>;
} & Pick<ComponentProps<typeof DialogButtons>, 'look' | 'onLeave'>) => {
  const [id] = useState(uuid);
  const fits = (text: string) => {
    const amount = parseMoney(text, currency) ?? 0;
    return amount > 0 && amount <= most;
  };
  const schema = z.object({
    amount: z.string().refine(fits, texts.amountWrong),
    reason: z.string().trim().min(1, texts.reasonMissing),
  });
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { amount: first, reason: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(({ amount: text, reason }) =>
    onAnswer({ id, amount: parseMoney(text, currency) ?? 0, reason }),
  );
  return (
    <form onSubmit={submit} className="grid gap-3" noValidate>
      <MoneyField
        label={texts.amount}
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
      <DialogButtons action={texts.action} busy={isSubmitting} {...buttons} />
    </form>
  );
};
