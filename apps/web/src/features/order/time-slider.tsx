'use client';

import { ChevronLeft, ChevronRight, GitCompareArrows } from 'lucide-react';
import { Slider } from 'radix-ui';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import type { EventPartsFragment } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatExact, formatName } from '../../lib/format.ts';
import { order as texts } from '../../texts/order.ts';
import type { Travel } from './moments.ts';

const nameOf = (event: EventPartsFragment | undefined): string =>
  event ? `${formatName(event.type)}, ${formatExact(event.recordedAt)}` : '';

const Handle = ({ label, event }: { label: string; event: EventPartsFragment | undefined }) => (
  <Slider.Thumb
    aria-label={label}
    aria-valuetext={nameOf(event)}
    className="block size-4 cursor-grab rounded-full border-2 border-accent bg-surface transition-colors hover:bg-accent-soft"
  />
);

/** Where the events stand; those of people stand out. */
const Marks = ({ events }: { events: EventPartsFragment[] }) => (
  <span aria-hidden className="pointer-events-none absolute inset-x-2 h-full">
    {events.map(({ id, actor }, index) => (
      <span
        key={id}
        className={cx(
          'absolute top-1/2 size-1.5 -translate-1/2 rounded-full',
          actor.kind === 'user' ? 'bg-accent' : 'bg-line-strong',
        )}
        style={{ left: `${(index / Math.max(events.length - 1, 1)) * 100}%` }}
      />
    ))}
  </span>
);

/** Steps through everything that happened to an order; with two handles, between two moments. */
export const TimeSlider = ({
  events,
  from,
  to,
  past,
  onGo,
}: Travel & { events: EventPartsFragment[]; past: boolean; onGo: (travel: Travel) => void }) => {
  const last = events.length - 1;
  const step = (by: number) => onGo({ from: from === null ? null : Math.min(from, to + by), to: to + by });
  const choose = (values: number[]) => {
    const [low = 0, high = low] = values;
    onGo(from === null ? { from: null, to: low } : { from: low, to: high });
  };
  return (
    <section
      aria-label={texts.travel.title}
      className={cx(
        'sticky bottom-3 z-20 mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-surface px-3 py-2 shadow-float',
        past ? 'border-accent' : 'border-line',
      )}
    >
      <span className="flex">
        <IconButton icon={ChevronLeft} label={texts.travel.earlier} disabled={to <= 0} onClick={() => step(-1)} />
        <IconButton icon={ChevronRight} label={texts.travel.later} disabled={to >= last} onClick={() => step(1)} />
      </span>
      <Slider.Root
        // A handle keeps the place it was born with: one more is a slider anew.
        key={from === null ? 'one' : 'two'}
        // Two handles have the whole width: neighbours are far enough apart for a finger.
        className={cx(
          'relative flex h-5 min-w-48 touch-none items-center select-none',
          from === null ? 'flex-1' : 'order-first basis-full',
        )}
        min={0}
        max={Math.max(last, 1)}
        step={1}
        value={from === null ? [to] : [from, to]}
        onValueChange={choose}
      >
        <Slider.Track className="relative h-1 grow rounded-full bg-line-strong">
          <Slider.Range className="absolute h-full rounded-full bg-accent" />
        </Slider.Track>
        <Marks events={events} />
        {from !== null && <Handle label={texts.travel.from} event={events[from]} />}
        <Handle label={from === null ? texts.travel.moment : texts.travel.to} event={events[to]} />
      </Slider.Root>
      <span className="min-w-0 text-xs text-soft" aria-live="polite">
        {past ? (
          <>
            {texts.travel.asOf} <span className="font-medium text-text">{nameOf(events[to])}</span>
          </>
        ) : (
          texts.travel.isNow
        )}{' '}
        · <span className="tabular">{texts.travel.step(to + 1, events.length)}</span>
      </span>
      <span className="flex gap-1">
        <Button
          size="sm"
          look="quiet"
          icon={GitCompareArrows}
          aria-pressed={from !== null}
          className={cx(from !== null && 'bg-selected text-accent-text')}
          onClick={() => onGo({ from: from === null ? Math.max(to - 1, 0) : null, to })}
        >
          {texts.travel.compare}
        </Button>
        <Button size="sm" disabled={!past} onClick={() => onGo({ from: null, to: last })}>
          {texts.travel.now}
        </Button>
      </span>
    </section>
  );
};
