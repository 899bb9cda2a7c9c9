'use client';

import { CalendarClock } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field, inputClass } from '../../../components/field.tsx';
import { events as texts } from '../../../texts/events.ts';

const minute = 60_000;
const presets = [
  { key: 'quarter', span: 15 * minute },
  { key: 'hour', span: 60 * minute },
  { key: 'day', span: 24 * 60 * minute },
] as const;

/** An instant as the field of the browser writes it: local, to the second. */
const local = (iso: string): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * minute).toISOString().slice(0, 19);
};

/** What a field holds, as an instant; empty where nothing was filled in. */
const instantOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' && value ? new Date(value).toISOString() : '';

/** The last while by one click, or any time from and before. */
export const TimeFilter = ({
  from,
  to,
  onChange,
}: {
  from: string;
  to: string;
  onChange: (times: { from: string; to: string }) => void;
}) => {
  const [open, setOpen] = useState(false);
  const choose = (times: { from: string; to: string }) => {
    onChange(times);
    setOpen(false);
  };
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    choose({ from: instantOf(form.get('from')), to: instantOf(form.get('to')) });
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button icon={CalendarClock}>{from || to ? texts.someTime : texts.anyTime}</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          aria-label={texts.time}
          className="z-40 w-72 animate-fade rounded-lg bg-surface p-2 shadow-float"
        >
          {presets.map(({ key, span }) => (
            <button
              key={key}
              type="button"
              onClick={() => choose({ from: new Date(Date.now() - span).toISOString(), to: '' })}
              className="flex h-8 w-full items-center rounded-md px-2 hover:bg-hover"
            >
              {texts.timePresets[key]}
            </button>
          ))}
          <form onSubmit={apply} className="mt-2 grid gap-2.5 border-t border-line px-2 pt-3 pb-1">
            {(['from', 'to'] as const).map((name) => (
              <Field key={name} label={name === 'from' ? texts.timeFrom : texts.timeTo}>
                {(props) => (
                  <input
                    {...props}
                    type="datetime-local"
                    step={1}
                    name={name}
                    defaultValue={local(name === 'from' ? from : to)}
                    className={inputClass}
                  />
                )}
              </Field>
            ))}
            <Button type="submit" className="w-full">
              {texts.timeApply}
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};
