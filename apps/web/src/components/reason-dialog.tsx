'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from './dialog.tsx';
import { DialogButtons } from './dialog-buttons.tsx';
import { TextField } from './text-field.tsx';

type ReasonTexts = { title: string; about: string; label: string; hint: string; missing: string; action: string };

/** Asks why, before something is done that cannot be taken back. `onReason` answers whether it was done. */
export const ReasonDialog = ({
  texts,
  onOpenChange,
  onReason,
}: {
  texts: ReasonTexts;
  onOpenChange: (open: boolean) => void;
  onReason: (reason: string) => Promise<boolean>;
}) => {
  const schema = z.object({ reason: z.string().trim().min(1, texts.missing) });
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ reason }) => {
    if (await onReason(reason)) onOpenChange(false);
  });
  return (
    <Dialog open onOpenChange={onOpenChange} title={texts.title} about={texts.about}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <TextField label={texts.label} hint={texts.hint} error={errors.reason?.message} {...form.register('reason')} />
        <DialogButtons onLeave={() => onOpenChange(false)} action={texts.action} look="danger" busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
