'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { RegisterCustomerDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { customers as texts } from '../../texts/customers.ts';
import { vatId } from './vat-id.ts';

const schema = z.object({
  name: z.string().trim().min(1, texts.nameMissing),
  email: z.union([z.literal(''), z.email(texts.emailWrong)]),
  line1: z.string().trim(),
  postcode: z.string().trim(),
  city: z.string().trim(),
  country: z.string().trim().min(1, texts.countryMissing),
  vatId,
});
const blank = { name: '', email: '', line1: '', postcode: '', city: '', country: 'United Kingdom', vatId: '' };

export const RegisterCustomerDialog = ({
  open,
  onOpenChange,
  onRegistered,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRegistered?: (customerId: string) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(RegisterCustomerDocument);
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: blank });
  const { errors, isSubmitting } = form.formState;
  const text = (name: keyof typeof blank, label: string, className?: string) => (
    <TextField label={label} error={errors[name]?.message} className={className} {...form.register(name)} />
  );

  const submit = form.handleSubmit(async ({ name, email, line1, postcode, city, country, ...values }) => {
    const address = { line1: line1 || null, postcode: postcode || null, city: city || null, country };
    const done = await say(await run({ name, email: email || null, address, vatId: values.vatId || null }), {
      done: texts.registered(name),
      refused: texts.notRegistered,
    });
    if (!done) return;
    onOpenChange(false);
    form.reset(blank);
    onRegistered?.(done.id);
  });

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={texts.register} about={texts.registerAbout}>
      <form onSubmit={submit} className="grid grid-cols-3 gap-3" noValidate>
        {text('name', texts.name, 'col-span-3')}
        {text('email', texts.email, 'col-span-3')}
        {text('line1', texts.line1, 'col-span-3')}
        {text('postcode', texts.postcode)}
        {text('city', texts.city, 'col-span-2')}
        {text('country', texts.country, 'col-span-2')}
        {text('vatId', texts.vatId)}
        <DialogButtons
          leave={common.back}
          onLeave={() => onOpenChange(false)}
          action={texts.register}
          busy={isSubmitting}
        />
      </form>
    </Dialog>
  );
};
