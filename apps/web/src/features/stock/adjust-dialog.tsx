'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { AdjustStockDocument, type StockRowFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { stock as texts } from '../../texts/stock.ts';

const schema = z.object({
  // People write a minus in more than one way.
  by: z
    .string()
    .trim()
    .regex(/^[-−+]?\d{1,9}$/, texts.byWrong),
  reason: z.string().trim().min(1, texts.reasonMissing),
});

/** The shelf was counted. */
export const AdjustDialog = ({ item, onClose }: { item: StockRowFragment; onClose: () => void }) => {
  const say = useSay();
  const { run } = useCommand(AdjustStockDocument);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { by: '', reason: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ by, reason }) => {
    const { sku, warehouse } = item;
    const outcome = await run({ sku, warehouse, by: Number(by.replace('−', '-')), reason });
    if (outcome.kind === 'refused' && outcome.refusal.code.startsWith('Stock')) {
      form.setError('by', { message: outcome.refusal.message });
      return;
    }
    if (await say(outcome, { done: texts.adjusted(sku), refused: texts.notAdjusted })) onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${texts.adjust}: ${item.sku}`}
      about={texts.adjustAbout}
    >
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <TextField
          label={texts.by}
          hint={texts.byHint(formatCount(item.onHand))}
          error={errors.by?.message}
          {...form.register('by')}
          look="figure"
        />
        <TextField
          label={texts.reason}
          hint={texts.reasonHint}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <DialogButtons leave={common.back} onLeave={onClose} action={texts.adjust} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
