'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { DispatchDeliveryDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { useVersionSeen } from '../../live/use-version-seen.ts';
import { deliveries } from '../../texts/deliveries.ts';

const schema = z.object({
  carrier: z.string().trim().min(1, deliveries.carrierMissing),
  trackingNumber: z.string().trim().min(1, deliveries.trackingMissing),
});

/** Who takes it, and by which number it is tracked. */
export const DispatchDialog = ({
  delivery,
  onOpenChange,
}: {
  delivery: { id: string; number: string; version: number };
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(DispatchDeliveryDocument);
  const [seen, answered] = useVersionSeen(delivery.version);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { carrier: '', trackingNumber: '' },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const outcome = await run({ deliveryId: delivery.id, expectedVersion: seen, ...values });
    answered(outcome);
    const field = outcome.kind === 'refused' ? outcome.refusal.path.at(-1) : undefined;
    if (outcome.kind === 'refused' && (field === 'carrier' || field === 'trackingNumber')) {
      form.setError(field, { message: outcome.refusal.message });
      return;
    }
    const done = await say(outcome, {
      done: deliveries.dispatched(delivery.number),
      refused: deliveries.notDispatched,
      stream: `delivery-${delivery.id}`,
    });
    if (done) onOpenChange(false);
  });

  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={deliveries.dispatchTitle(delivery.number)}
      about={deliveries.dispatchAbout}
    >
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <TextField label={deliveries.carrier} error={errors.carrier?.message} {...form.register('carrier')} />
        <TextField
          label={deliveries.tracking}
          error={errors.trackingNumber?.message}
          {...form.register('trackingNumber')}
        />
        <DialogButtons onLeave={() => onOpenChange(false)} action={deliveries.dispatchVerb} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
