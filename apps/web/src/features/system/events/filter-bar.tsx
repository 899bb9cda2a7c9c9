'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Combobox } from '../../../components/combobox.tsx';
import { EventTypesDocument, OrderStreamDocument } from '../../../graphql/generated/documents.ts';
import { formatExact, formatName } from '../../../lib/format.ts';
import { isTyping } from '../../../lib/is-typing.ts';
import { useLive } from '../../../live/use-live.ts';
import { events as texts } from '../../../texts/events.ts';
import { type Chosen, chosenOf, type FilterName, withChosen, withoutChosen } from './event-filter.ts';
import { suggestionsFor } from './filter-suggestions.ts';
import { TimeFilter } from './time-filter.tsx';

const orderNumber = /^ORD-\d{4}-\d+$/i;

const wordOf = ({ name, value }: Chosen): string => {
  if (name === 'type') return formatName(value);
  if (name === 'from' || name === 'to') return formatExact(value);
  return value;
};

const Chip = ({ chosen, onRemove }: { chosen: Chosen; onRemove: () => void }) => (
  <li className="inline-flex h-7 max-w-80 items-center gap-1.5 rounded-md bg-selected pr-1 pl-2.5 text-xs text-accent-text">
    <span className="shrink-0 opacity-80">{texts.kinds[chosen.name]}</span>
    <span className="truncate font-medium" title={chosen.value}>
      {wordOf(chosen)}
    </span>
    <button
      type="button"
      aria-label={texts.remove(texts.kinds[chosen.name], wordOf(chosen))}
      onClick={onRemove}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-accent-soft"
    >
      <X size={12} aria-hidden />
    </button>
  </li>
);

/** What a text may mean; an order's number is looked up, and stands first. */
const useSuggestions = (text: string): (Chosen & { word?: string })[] => {
  const known = useLive(EventTypesDocument, {}, []);
  const number = text.trim().toUpperCase();
  const { data } = useLive(OrderStreamDocument, orderNumber.test(number) ? { number } : null, []);
  const types = known.data?.eventTypes.map(({ type }) => type) ?? [];
  const order = data?.order;
  return [
    ...(order ? [{ name: 'stream' as const, value: `order-${order.id}`, word: texts.everythingOf(order.number) }] : []),
    ...suggestionsFor(text, types),
  ];
};

/** One box that understands types, people, streams and ids; what was chosen stands beside it as chips. '/' comes here. */
export const FilterBar = ({
  get,
  set,
}: {
  get: (name: FilterName) => string;
  set: (changes: Record<string, string>) => void;
}) => {
  const [text, setText] = useState('');
  const suggestions = useSuggestions(text);
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
          onText={setText}
          inputRef={input}
          onChoose={(item) => {
            set(withChosen(get, item));
            setText('');
          }}
          itemKey={({ name, value }) => `${name}:${value}`}
          render={(item) => (
            <>
              <span className="w-12 shrink-0 text-xs text-faint">{texts.kinds[item.name]}</span>
              <span className="truncate">{item.word ?? wordOf(item)}</span>
            </>
          )}
          none={texts.noSuggestion}
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
            {texts.clear}
          </Button>
        </>
      )}
    </>
  );
};
