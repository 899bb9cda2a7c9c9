'use client';

import { Radio } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Time } from '../../components/time.tsx';
import { RecentEventsDocument } from '../../graphql/generated/documents.ts';
import { actorName } from '../../lib/actor-name.ts';
import { cx } from '../../lib/cx.ts';
import { useFreshIds } from '../../lib/use-fresh-ids.ts';
import { useLive } from '../../live/use-live.ts';
import { overview } from '../../texts/overview.ts';
import { happeningsOf } from './happenings.ts';

const waiting = Array.from({ length: 10 }, (_, index) => index);

/** The newest events of the whole log, with the names of who caused them. */
export const Ticker = () => {
  const { data, failure, retry } = useLive(RecentEventsDocument, { first: 60 });
  const events = data?.recentEvents;
  const fresh = useFreshIds(events?.map(({ id }) => id));
  const happenings = events && happeningsOf(events).slice(0, 24);
  return (
    <Panel title={overview.ticker} flush fill>
      {failure && !events && <ErrorState title={overview.failed} detail={failure.message} onRetry={retry} />}
      {events?.length === 0 && <EmptyState icon={Radio} title={overview.empty.title} text={overview.tickerEmpty} />}
      <ol className="divide-y divide-line">
        {!events &&
          !failure &&
          waiting.map((index) => (
            <li key={index} className="flex h-13 flex-col justify-center gap-2 px-4">
              <Skeleton className="w-4/5" />
              <Skeleton className="w-2/5" />
            </li>
          ))}
        {happenings?.map(({ event, times, subject }) => (
          <li
            key={event.id}
            className={cx('relative flex h-13 flex-col justify-center px-4', fresh.has(event.id) && 'glow')}
          >
            <span className="truncate">
              {event.category === 'order' && times === 1 ? (
                <Link href={`/orders/${event.aggregateId}`} className="rounded-sm hover:text-accent-text">
                  {event.summary}
                </Link>
              ) : (
                event.summary
              )}
              {subject && <span className="ident ml-2 text-faint">{subject}</span>}
              {times > 1 && <span className="tabular ml-2 text-faint">× {times}</span>}
            </span>
            <span className="flex justify-between gap-3 text-xs text-faint">
              <span className={cx('truncate', event.actor.kind === 'user' && 'font-medium text-soft')}>
                {actorName(event.actor)}
              </span>
              <Time at={event.recordedAt} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
