'use client';

import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { Field, inputClass } from './field.tsx';

type ComboboxProps<Item> = {
  label: string;
  placeholder: string;
  hint?: string | undefined;
  /** The placeholder says enough to the eye; the label is spoken. */
  quietLabel?: boolean;
  icon?: LucideIcon;
  items: Item[] | undefined;
  text: string;
  onText: (text: string) => void;
  onChoose: (item: Item) => void;
  itemKey: (item: Item) => string;
  render: (item: Item) => ReactNode;
  none: ReactNode;
  disabled?: boolean;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** Find one thing by typing: arrows move, Enter chooses, Escape closes. */
export const Combobox = <Item,>({
  label,
  placeholder,
  hint,
  quietLabel,
  icon: Icon,
  items,
  text,
  onText,
  onChoose,
  itemKey,
  render,
  none,
  disabled,
  autoFocus,
  inputRef,
}: ComboboxProps<Item>) => {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = items ?? [];
  const current = Math.min(active, Math.max(0, shown.length - 1));

  const choose = (item: Item) => {
    onChoose(item);
    setActive(0);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (open && shown.length > 0) setActive((current + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const item = shown[current];
      if (open && item) choose(item);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };

  return (
    <Field label={label} hint={hint} quietLabel={quietLabel}>
      {(props) => (
        <div className="relative">
          {Icon && <Icon size={14} aria-hidden className="pointer-events-none absolute top-2.25 left-2.5 text-faint" />}
          <input
            {...props}
            ref={inputRef}
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && shown.length > 0 ? `${list}-${current}` : undefined}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the page is for making an order; this is its first question
            autoFocus={autoFocus}
            disabled={disabled}
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              onText(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
            className={cx(inputClass, 'disabled:bg-sunken', Icon ? 'pl-8' : 'h-9')}
          />
          <div
            id={list}
            role="listbox"
            aria-label={label}
            hidden={!open}
            className="absolute top-full right-0 left-0 z-30 mt-1 max-h-80 animate-fade overflow-y-auto rounded-lg bg-surface p-1 shadow-float"
          >
            {shown.map((item, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the input and chooses from there
              <div
                key={itemKey(item)}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(index)}
                onClick={() => choose(item)}
                className={cx(
                  'flex h-9 cursor-pointer items-center gap-3 rounded-md px-2.5',
                  index === current && 'bg-selected text-accent-text',
                )}
              >
                {render(item)}
              </div>
            ))}
            {items?.length === 0 && <div className="px-2.5 py-3 text-faint">{none}</div>}
          </div>
        </div>
      )}
    </Field>
  );
};
