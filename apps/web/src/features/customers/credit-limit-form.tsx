'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type CustomerByIdQuery, SetCreditLimitDocument } from '../../graphql/generated/documents.ts';
import { formatMoney, parseMoney, plainMoney } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { customers } from '../../texts/customers.ts';

const { credit: texts, save } = customers;
const HOME = 'GBP';

const schema = z
  .object({ currency: z.string().trim().toUpperCase(), limit: z.string().trim() })
  .refine(({ currency }) => /^[A-Z]{3}$/.test(currency), { path: ['currency'], error: texts.currencyWrong })
  .refine(({ currency, limit }) => limit === '' || (parseMoney(limit, currency) ?? -1) >= 0, {
    path: ['limit'],
    error: texts.limitWrong,
  });

/** Says what a customer may owe on credit; empty: as much as they like. */
export const CreditLimitForm = ({
  customer,
  onClose,
}: {
  customer: NonNullable<CustomerByIdQuery['customer']>;
  onClose: () => void;
}) => {
  const say = useSay();
  const { run } = useCommand(SetCreditLimitDocument);
  const line = customer.credit.find(({ creditLimit }) => creditLimit) ?? customer.credit[0];
  const known = line?.creditLimit;
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { currency: line?.currency ?? HOME, limit: known ? plainMoney(known.amount, known.currency) : '' },
  });
  const { errors, isSubmitting } = form.formState;
  const name = customer.name ?? customer.number;
  const action = customer.availableActions.find((one) => one.name === 'setCreditLimit');
  const submit = form.handleSubmit(async ({ currency, limit }) => {
    const amount = limit === '' ? null : parseMoney(limit, currency);
    const done = await say(await run({ customerId: customer.id, currency, amount }), {
      done: amount === null ? texts.removed(name) : texts.set(name, formatMoney(amount, currency)),
      refused: texts.notSet,
    });
    if (done) onClose();
  });
  if (action?.allowed === false) return <p className="text-soft">{action.reason}</p>;
  return (
    <form onSubmit={submit} className="grid grid-cols-[88px_minmax(0,1fr)] gap-3" noValidate>
      <TextField
        label={texts.currency}
        look="ident"
        maxLength={3}
        error={errors.currency?.message}
        {...form.register('currency')}
      />
      <MoneyField
        label={texts.limit}
        hint={texts.limitHint}
        error={errors.limit?.message}
        {...form.register('limit')}
      />
      <DialogButtons leave={common.back} onLeave={onClose} action={save} busy={isSubmitting} />
    </form>
  );
};
