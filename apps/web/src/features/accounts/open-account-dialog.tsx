'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { OpenAccountDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { accounts as texts } from '../../texts/accounts.ts';
import { common } from '../../texts/common.ts';

const schema = z.object({
  name: z.string().trim().min(1, texts.nameMissing),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, texts.currencyWrong),
});

/** Opens an account under a name. */
export const OpenAccountDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay();
  const { run } = useCommand(OpenAccountDocument);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', currency: 'GBP' },
  });
  const { errors, isSubmitting } = form.formState;
  const text = (name: 'name' | 'currency', label: string) => (
    <TextField label={label} error={errors[name]?.message} {...form.register(name)} />
  );
  const submit = form.handleSubmit(async (values) => {
    const outcome = await run(values);
    if (await say(outcome, { done: texts.opened(values.name), refused: texts.notOpened })) onClose();
  });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={texts.openOne} about={texts.openAbout}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        {text('name', texts.name)}
        {text('currency', texts.currency)}
        <DialogButtons leave={common.back} onLeave={onClose} action={texts.openOne} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
