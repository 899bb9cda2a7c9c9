'use client';

import { Popover } from 'radix-ui';
import { type FormEvent, useEffect, useState } from 'react';
import { readActor, writeActor } from '../../live/actor.ts';
import { shell } from '../../texts/shell.ts';
import { Button } from '../button.tsx';
import { Field, inputClass } from '../field.tsx';

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** Who acts in this browser. */
export const ActorMenu = () => {
  const [name, setName] = useState<string>(shell.actorDefault);
  const [open, setOpen] = useState(false);
  useEffect(() => setName(readActor() || shell.actorDefault), []);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    writeActor(chosen === shell.actorDefault ? '' : chosen);
    setName(chosen || shell.actorDefault);
    setOpen(false);
  };

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={`${initials(name)}: ${shell.actor} ${name}`}
        className="inline-flex size-7 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text"
      >
        {initials(name)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          aria-label={shell.actor}
          className="z-40 w-72 animate-fade rounded-lg bg-surface p-4 shadow-float"
        >
          <form onSubmit={save}>
            <Field label={shell.actor} hint={shell.actorHint}>
              {(props) => <input {...props} name="name" defaultValue={name} maxLength={80} className={inputClass} />}
            </Field>
            <Button look="primary" type="submit" className="mt-3 w-full">
              {shell.actorSave}
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};
