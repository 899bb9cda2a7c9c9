'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Combobox } from '../../../components/combobox.tsx';
import { formatExact, formatName } from '../../../lib/format.ts';
import { isTyping } from '../../../lib/is-typing.ts';
import { events as words } from '../../../texts/events.ts';
import { type Chosen, chosenOf, type FilterName, withChosen, withoutChosen } from './event-filter.ts';
import { TimeFilter } from './time-filter.tsx';

/** `word`: how it is called, where that says more than its value. */
export type Suggestion = Chosen & { word?: string };

const wordOf = ({ name, value }: Chosen): string => {
  if (name === 'type') return formatName(value);
  if (name === 'from' || name === 'to') return formatExact(value);
  return value;
};

const Chip = ({ chosen, onRemove }: { chosen: Chosen; onRemove: () => void }) => (
  <li className="inline-flex h-7 max-w-80 items-center gap-1.5 rounded-md bg-selected pr-1 pl-2.5 text-xs text-accent-text">
    <span className="shrink-0 opacity-80">{words.kinds[chosen.name]}</span>
    <span className="truncate font-medium" title={chosen.value}>
      {wordOf(chosen)}
    </span>
    <button
      type="button"
      aria-label={words.remove(words.kinds[chosen.name], wordOf(chosen))}
      onClick={onRemove}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-accent-soft"
    >
      <X size={12} aria-hidden />
    </button>
  </li>
);

/** One box that understands types, people, streams and ids; what was chosen stands beside it as chips. '/' comes here. */
export const FilterBar = ({
  get,
  set,
  text,
  onText,
  suggestions,
  texts,
}: {
  get: (name: FilterName) => string;
  set: (changes: Record<string, string>) => void;
  text: string;
  onText: (text: string) => void;
  suggestions: Suggestion[];
  texts: { filters: string; find: string };
}) => {
  const input = useRef<HTMLInputElement>(null);
  const chosen = chosenOf(get);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <div className="relative w-72">
        <Combobox
          label={texts.filters}
          quietLabel
          icon={Search}
          placeholder={texts.find}
          items={suggestions}
          text={text}
          onText={onText}
          inputRef={input}
          onChoose={(item) => {
            set(withChosen(get, item));
            onText('');
          }}
          itemKey={({ name, value }) => `${name}:${value}`}
          render={(item) => (
            <>
              <span className="w-12 shrink-0 text-xs text-faint">{words.kinds[item.name]}</span>
              <span className="truncate">{item.word ?? wordOf(item)}</span>
            </>
          )}
          none={words.noSuggestion}
        />
      </div>
      <TimeFilter from={get('from')} to={get('to')} onChange={set} />
      {chosen.length > 0 && (
        <>
          <ul aria-label={texts.filters} className="flex flex-wrap items-center gap-1.5">
            {chosen.map((one) => (
              <Chip key={`${one.name}:${one.value}`} chosen={one} onRemove={() => set(withoutChosen(get, one))} />
            ))}
          </ul>
          <Button
            look="quiet"
            size="sm"
            onClick={() => set({ type: '', stream: '', actor: '', correlation: '', from: '', to: '' })}
          >
            {words.clear}
          </Button>
        </>
      )}
    </>
  );
};
