'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ChangeCustomerVatIdDocument, type CustomerRowFragment } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { customers as texts } from '../../texts/customers.ts';
import { vatId } from './vat-id.ts';

const schema = z.object({ vatId });

/** Changes the VAT id of a customer, or takes it away. */
export const VatIdDialog = ({ customer, onClose }: { customer: CustomerRowFragment; onClose: () => void }) => {
  const say = useSay();
  const { run } = useCommand(ChangeCustomerVatIdDocument);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { vatId: customer.vatId ?? '' },
  });
  const { errors, isSubmitting } = form.formState;
  const name = customer.name ?? customer.number;
  const submit = form.handleSubmit(async (values) => {
    const done = await say(await run({ customerId: customer.id, vatId: values.vatId || null }), {
      done: texts.vatIdChanged(name),
      refused: texts.vatIdNotChanged,
    });
    if (done) onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={texts.changeVatId(name)} about={texts.vatIdAbout}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <TextField
          label={texts.vatId}
          hint={texts.vatIdHint}
          error={errors.vatId?.message}
          {...form.register('vatId')}
        />
        <DialogButtons leave={common.back} onLeave={onClose} action={texts.save} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
