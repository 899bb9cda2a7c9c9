'use client';

import { Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '../../../components/button.tsx';
import { Field, inputClass } from '../../../components/field.tsx';
import { formatCount } from '../../../lib/format.ts';
import { seals } from '../../../texts/seals.ts';
import type { SealRow } from './seal-row.ts';
import { useProof } from './use-proof.ts';

const texts = seals.panel;

/** Saves the proof of one event that a seal speaks for. */
export const ProofForm = ({ seal, newest }: { seal: SealRow; newest: number }) => {
  const { save, busy } = useProof();
  const [error, setError] = useState<string>();
  const bounds = [formatCount(seal.firstPosition), formatCount(seal.lastPosition)] as const;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const position = Number(String(form.get('position') ?? '').replaceAll(/[,\s]/g, ''));
    if (!Number.isInteger(position) || position < seal.firstPosition || position > seal.lastPosition) {
      setError(texts.positionWrong(...bounds));
      return;
    }
    setError(undefined);
    const outcome = await save(position, form.get('chain') ? newest : undefined);
    if (outcome.kind === 'none') toast.warning(texts.none, { description: texts.noneText });
    if (outcome.kind === 'failed') toast.error(outcome.message);
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label={texts.position} hint={texts.positionHint(...bounds)} error={error}>
        {(props) => (
          <input
            {...props}
            key={seal.id}
            name="position"
            inputMode="numeric"
            defaultValue={seal.lastPosition}
            className={`${inputClass} tabular`}
          />
        )}
      </Field>
      <label className="flex items-center gap-2 text-soft">
        <input type="checkbox" name="chain" className="size-4 accent-[var(--accent)]" />
        {texts.withChain}
      </label>
      <Button type="submit" icon={Download} busy={busy} className="w-full">
        {texts.download}
      </Button>
      <p className="text-xs text-faint">{texts.check}</p>
    </form>
  );
};
