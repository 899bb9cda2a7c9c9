'use client';

import { Cog, FileText, HandCoins, type LucideIcon, Package, ShoppingCart, User, Wallet } from 'lucide-react';
import { useState } from 'react';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Hint } from '../../components/hint.tsx';
import { Panel } from '../../components/panel.tsx';
import type { EventPartsFragment } from '../../graphql/generated/documents.ts';
import { actorName } from '../../lib/actor-name.ts';
import { cx } from '../../lib/cx.ts';
import { formatClock, formatDay, formatExact, formatName } from '../../lib/format.ts';
import { useFreshIds } from '../../lib/use-fresh-ids.ts';
import { order as texts } from '../../texts/order.ts';
import { CausationDialog } from './causation-dialog.tsx';

const icons: [prefix: string, icon: LucideIcon][] = [
  ['order-payment', HandCoins],
  ['orderPayment', HandCoins],
  ['payment', HandCoins],
  ['order-billing', Wallet],
  ['orderBilling', Wallet],
  ['invoice', FileText],
  ['shipment', Package],
  ['delivery', Package],
  ['order', ShoppingCart],
  ['customer', User],
];
const iconOf = (category: string) => icons.find(([prefix]) => category.startsWith(prefix))?.[1] ?? Cog;

const Entry = ({ event, fresh, onOpen }: { event: EventPartsFragment; fresh: boolean; onOpen: () => void }) => {
  const Icon = iconOf(event.category);
  const person = event.actor.kind === 'user';
  return (
    <li className={cx('relative flex gap-3 px-4 pb-4 last:pb-3', fresh && 'glow')}>
      <span className="absolute top-6 bottom-0 left-[27px] w-px bg-line" aria-hidden />
      <span
        className={cx(
          'relative z-10 inline-flex size-6 shrink-0 items-center justify-center rounded-full',
          person ? 'bg-accent-soft text-accent-text' : 'bg-sunken text-faint',
        )}
      >
        <Icon size={13} aria-hidden />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div className="flex items-baseline justify-between gap-3">
          <button
            type="button"
            aria-haspopup="dialog"
            title={texts.causation.open(formatName(event.type))}
            onClick={onOpen}
            className="rounded-sm text-left font-medium hover:text-accent-text hover:underline"
          >
            {formatName(event.type)}
          </button>
          <Hint text={formatExact(event.recordedAt)}>
            <time dateTime={event.recordedAt} className="ident shrink-0 text-faint">
              {formatClock(event.recordedAt)}
            </time>
          </Hint>
        </div>
        {event.summary !== formatName(event.type) && (
          <p className="text-pretty break-words text-soft">{event.summary}</p>
        )}
        <p className={cx('truncate text-xs', person ? 'text-soft' : 'text-faint')}>
          {event.command?.type
            ? texts.by(actorName(event.actor), formatName(event.command.type))
            : actorName(event.actor)}
        </p>
      </div>
    </li>
  );
};

const byDay = (events: EventPartsFragment[]) => {
  const days = new Map<string, EventPartsFragment[]>();
  for (const event of events) {
    const day = formatDay(event.recordedAt);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
};

/** The order's whole story, newest first, growing while one looks. */
export const Timeline = ({ events }: { events: EventPartsFragment[] }) => {
  const [choice, setChoice] = useState<'all' | 'people'>('all');
  const people = events.filter(({ actor }) => actor.kind === 'user');
  const newestFirst = (choice === 'all' ? events : people).toReversed();
  const [opened, setOpened] = useState<EventPartsFragment | null>(null);
  const fresh = useFreshIds(events.map(({ id }) => id));
  return (
    <Panel
      title={texts.timeline}
      flush
      side={
        <FilterChips
          label={texts.timelineFilter}
          chips={[
            { key: 'all', label: texts.timelineAll, count: events.length },
            { key: 'people', label: texts.timelinePeople, count: people.length },
          ]}
          chosen={choice}
          onChoose={setChoice}
          size="sm"
        />
      }
    >
      {newestFirst.length === 0 && <p className="p-4 text-faint">{texts.timelineEmpty}</p>}
      {byDay(newestFirst).map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h3 className="px-4 pt-3 pb-2 text-xs font-medium text-faint">{day}</h3>
          <ol>
            {ofDay.map((event) => (
              <Entry key={event.id} event={event} fresh={fresh.has(event.id)} onOpen={() => setOpened(event)} />
            ))}
          </ol>
        </section>
      ))}
      {opened && <CausationDialog event={opened} onClose={() => setOpened(null)} />}
    </Panel>
  );
};
