'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ReceiveStockDocument } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { stock as texts } from '../../texts/stock.ts';

const schema = z.object({
  sku: z.string().trim().min(1, texts.productMissing),
  quantity: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,8}$/, texts.quantityWrong),
  note: z.string().trim(),
});

/** Goods came in. `sku` empty: the form asks for it. */
export const ReceiveDialog = ({
  sku,
  warehouse,
  onClose,
}: {
  sku: string;
  warehouse: string | null;
  onClose: () => void;
}) => {
  const say = useSay();
  const { run } = useCommand(ReceiveStockDocument);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { sku, quantity: '', note: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const quantity = Number(values.quantity);
    const outcome = await run({ sku: values.sku, quantity, note: values.note, ...(warehouse ? { warehouse } : {}) });
    const done = texts.received(formatCount(quantity), values.sku.toUpperCase());
    if (await say(outcome, { done, refused: texts.notReceived })) onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={texts.receive} about={texts.receiveAbout}>
      <form onSubmit={submit} className="grid grid-cols-2 gap-3" noValidate>
        <TextField
          label={texts.product}
          hint={sku ? undefined : texts.productHint}
          error={errors.sku?.message}
          {...form.register('sku')}
          readOnly={sku !== ''}
          look="ident"
        />
        <TextField
          label={texts.quantity}
          error={errors.quantity?.message}
          {...form.register('quantity')}
          inputMode="numeric"
          look="figure"
        />
        <TextField
          label={texts.note}
          hint={texts.noteHint}
          error={errors.note?.message}
          className="col-span-2"
          {...form.register('note')}
        />
        <DialogButtons leave={common.back} onLeave={onClose} action={texts.receive} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
