'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { CancelOrderDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { useVersionSeen } from '../../live/use-version-seen.ts';
import { order as texts } from '../../texts/order.ts';

const schema = z.object({ reason: z.string().trim().min(1, texts.cancelReasonMissing) });

export const CancelDialog = ({
  order,
  onOpenChange,
}: {
  order: { id: string; number: string; version: number };
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(CancelOrderDocument);
  const [seen, answered] = useVersionSeen(order.version);
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ reason }) => {
    const outcome = await run({ orderId: order.id, reason, expectedVersion: seen });
    answered(outcome);
    const done = await say(outcome, {
      done: texts.cancelled(order.number),
      refused: texts.notCancelled,
      stream: `order-${order.id}`,
    });
    if (done) onOpenChange(false);
  });

  return (
    <Dialog open onOpenChange={onOpenChange} title={texts.cancelTitle(order.number)} about={texts.cancelAbout}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <TextField
          label={texts.cancelReason}
          hint={texts.cancelReasonHint}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <DialogButtons onLeave={() => onOpenChange(false)} action={texts.cancel} look="danger" busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
