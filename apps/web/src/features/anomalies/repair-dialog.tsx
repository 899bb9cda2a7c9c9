'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type IntakeMessagePartsFragment, RepairMessageDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import { common } from '../../texts/common.ts';
import { fieldsOf, typed } from './message-text.ts';

const schema = z.object({
  kind: z.string(),
  externalOrderId: z.string().trim(),
  sequence: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,8})?$/, texts.sequenceWrong),
  happenedAt: z.string().trim(),
  content: z.string(),
});
const kinds = ['ORDER', 'CHANGE', 'CANCELLATION'] as const;

/** Shows a message as it came, takes what a person puts right, and has it read again. */
export const RepairDialog = ({
  message,
  onOpenChange,
}: {
  message: IntakeMessagePartsFragment;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(RepairMessageDocument);
  const said = fieldsOf(message.content.text ?? '') ?? {};
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      kind: typed(said.kind),
      externalOrderId: typed(said.externalOrderId),
      sequence: typed(said.sequence),
      happenedAt: typed(said.happenedAt),
      content: typed(said.content),
    },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ sequence, ...fields }) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
    const outcome = await run({
      intakeId: message.id,
      ...given,
      ...(sequence === '' ? {} : { sequence: Number(sequence) }),
    });
    if (await say(outcome, { done: texts.repaired, refused: texts.notRepaired })) onOpenChange(false);
  });
  const text = (name: 'externalOrderId' | 'sequence' | 'happenedAt', className: string, hint?: string) => (
    <TextField
      label={texts.fields[name]}
      error={errors[name]?.message}
      className={className}
      hint={hint}
      {...form.register(name)}
      look="ident"
    />
  );
  const known: readonly string[] = kinds;
  const other = form.formState.defaultValues?.kind ?? '';
  return (
    <Dialog open onOpenChange={onOpenChange} title={texts.repairTitle} about={texts.repairAbout}>
      <form onSubmit={submit} className="grid grid-cols-2 gap-3" noValidate>
        {message.reason && <p className="col-span-2 rounded-md bg-amber-soft px-3 py-2 text-amber">{message.reason}</p>}
        <Field label={texts.fields.kind}>
          {(props) => (
            <select {...props} {...form.register('kind')} className={inputClass}>
              {!known.includes(other) && <option value={other}>{other || common.none}</option>}
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {texts.messageKinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {text('externalOrderId', '')}
        {text('happenedAt', '', texts.happenedAtHint)}
        {text('sequence', '')}
        <Field label={texts.fields.content} className="col-span-2">
          {(props) => (
            <textarea
              {...props}
              {...form.register('content')}
              rows={9}
              spellCheck={false}
              className={`${inputClass} ident h-auto py-2`}
            />
          )}
        </Field>
        <DialogButtons onLeave={() => onOpenChange(false)} action={texts.repairAction} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
