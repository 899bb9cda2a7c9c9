'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { AddOrderNoteDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { common } from '../../texts/common.ts';
import { order as texts } from '../../texts/order.ts';

const words = texts.note;
const schema = z.object({ text: z.string().trim().min(1, words.missing) });

/** A word to whoever looks at the order next. */
export const NoteDialog = ({
  order,
  onOpenChange,
}: {
  order: { id: string; number: string };
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(AddOrderNoteDocument);
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { text: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ text }) => {
    const outcome = await run({ orderId: order.id, text });
    if (await say(outcome, { done: words.done, refused: words.refused })) onOpenChange(false);
  });
  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(order.number)} about={words.about}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <Field label={words.label} error={errors.text?.message}>
          {(props) => (
            <textarea {...props} {...form.register('text')} rows={4} className={`${inputClass} h-auto py-2`} />
          )}
        </Field>
        <DialogButtons
          leave={common.back}
          onLeave={() => onOpenChange(false)}
          action={words.action}
          busy={isSubmitting}
        />
      </form>
    </Dialog>
  );
};
