'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { AccountsDocument, CreateMoneyTransferDocument } from '../../graphql/generated/documents.ts';
import { formatMoney, parseMoney } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useCommand } from '../../live/use-command.ts';
import { useLive } from '../../live/use-live.ts';
import { useSay } from '../../live/use-say.ts';
import { accounts as texts } from '../../texts/accounts.ts';
import { common } from '../../texts/common.ts';
import { accountName } from './account-name.ts';

const schema = z.object({
  from: z.string().min(1, texts.accountMissing),
  to: z.string().min(1, texts.accountMissing),
  amount: z
    .string()
    .trim()
    .regex(/^\d+(\.\d+)?$/, texts.amountWrong)
    .refine((text) => Number(text) > 0, texts.amountWrong),
  text: z.string().trim().min(1, texts.textMissing),
});
type Values = z.infer<typeof schema>;

const currencyOf = (accountId: string): string => accountId.slice(accountId.lastIndexOf(':') + 1);

/** Moves money by hand. The accounts on offer are those that are open, to in the currency of from. */
export const MoveMoneyDialog = ({ from, onClose }: { from: string; onClose: () => void }) => {
  const say = useSay();
  const { run } = useCommand(CreateMoneyTransferDocument);
  const { data } = useLive(AccountsDocument, { first: 100 }, topics.accounts);
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { from, to: '', amount: '', text: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const chosen = form.watch('from');
  const open = data?.accounts.nodes.filter(({ status }) => status === 'OPEN') ?? [];
  const others = open.filter(({ id, currency }) => id !== chosen && (!chosen || currency === currencyOf(chosen)));
  const select = (name: 'from' | 'to', label: string, offered: typeof open) => (
    <Field label={label} error={errors[name]?.message}>
      {(props) => (
        <select {...props} {...form.register(name)} className={inputClass}>
          <option value="">{texts.choose}</option>
          {offered.map((account) => (
            <option key={account.id} value={account.id}>
              {accountName(account)} · {formatMoney(account.balance.amount, account.balance.currency)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const submit = form.handleSubmit(async ({ from: fromAccountId, to: toAccountId, amount, text }) => {
    const units = parseMoney(amount, currencyOf(fromAccountId));
    if (units === null) return form.setError('amount', { message: texts.amountWrong });
    const outcome = await run({ fromAccountId, toAccountId, amount: units, text });
    if (await say(outcome, { done: texts.moved, refused: texts.notMoved })) onClose();
  });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={texts.move} about={texts.moveAbout}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        {select('from', texts.from, open)}
        {select('to', texts.to, others)}
        <MoneyField
          label={texts.amount}
          hint={texts.amountHint}
          error={errors.amount?.message}
          {...form.register('amount')}
        />
        <TextField label={texts.text} error={errors.text?.message} {...form.register('text')} />
        <DialogButtons leave={common.back} onLeave={onClose} action={texts.move} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
