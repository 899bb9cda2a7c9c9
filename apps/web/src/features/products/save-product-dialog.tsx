'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type ProductRowFragment, SaveProductDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { products as texts } from '../../texts/products.ts';
import { readSize, typedSize } from './piece-size.ts';

const decimal = /^\d+(\.\d+)?$/;
const schema = z.object({
  sku: z.string().trim().min(1, texts.skuMissing),
  description: z.string().trim().min(1, texts.descriptionMissing),
  unitPrice: z.string().trim().regex(decimal, texts.priceWrong),
  taxCode: z.string().trim().min(1),
  taxRate: z.string().trim().regex(decimal, texts.rateWrong),
  weightGrams: z
    .string()
    .trim()
    .regex(/^\d{0,9}$/, texts.weightWrong),
  size: z.string().refine((text) => readSize(text) !== undefined, texts.sizeWrong),
});

/** Adds a product, or changes one: the code is what it is known by. */
export const SaveProductDialog = ({
  product,
  onClose,
}: {
  product: ProductRowFragment | null;
  onClose: () => void;
}) => {
  const say = useSay();
  const { run } = useCommand(SaveProductDocument);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      ...(product ?? { sku: '', description: '', unitPrice: '', taxCode: 'STANDARD', taxRate: '20' }),
      weightGrams: product?.weightGrams?.toString() ?? '',
      size: typedSize(product?.size),
    },
  });
  const { errors, isSubmitting } = form.formState;
  const text = (name: keyof z.infer<typeof schema>, label: string, className: string, readOnly = false) => (
    <TextField
      label={label}
      error={errors[name]?.message}
      className={className}
      {...form.register(name)}
      readOnly={readOnly}
    />
  );
  const submit = form.handleSubmit(async (values) => {
    const { weightGrams, size, ...facts } = values;
    const outcome = await run({
      ...facts,
      weightGrams: weightGrams === '' ? null : Number(weightGrams),
      size: readSize(size) ?? null,
      ...(product ? { currency: product.currency } : {}),
    });
    const done = await say(outcome, { done: texts.saved(values.sku), refused: texts.notSaved });
    if (done) onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={product ? texts.edit(product.sku) : texts.add}
      about={texts.saveAbout}
    >
      <form onSubmit={submit} className="grid grid-cols-3 gap-3" noValidate>
        {text('sku', texts.sku, 'col-span-1', Boolean(product))}
        {text('description', texts.description, 'col-span-2')}
        {text('unitPrice', texts.price, '')}
        {text('taxCode', texts.taxCode, '')}
        {text('taxRate', texts.taxRate, '')}
        {text('weightGrams', texts.weightGrams, '')}
        {text('size', texts.sizeHint, 'col-span-2')}
        <DialogButtons leave={common.back} onLeave={onClose} action={texts.save} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
