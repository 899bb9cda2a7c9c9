'use client';

import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { useParams, useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { ButtonLink } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Page } from '../../../components/page.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Crumb } from '../../../components/shell/crumb.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { StoryDocument, StorySubjectDocument, type ToldEventFragment } from '../../../graphql/generated/documents.ts';
import { formatLag } from '../../../lib/format.ts';
import { orderOfEvent } from '../../../lib/order-of-event.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useLive } from '../../../live/use-live.ts';
import { story as texts } from '../../../texts/story.ts';
import { shortStream } from './event-columns.tsx';
import { EventPanel } from './event-panel.tsx';
import { StoryRow } from './story-row.tsx';
import { storyTree } from './story-tree.ts';

type Told = ToldEventFragment;

/** What a story is about: the order of its first event that has one, else what it begins with. */
const useSubject = (oldestFirst: readonly Told[]): string => {
  const [orderId] = oldestFirst.flatMap((event) => orderOfEvent({ ...event, data: null }) ?? []);
  const { data } = useLive(StorySubjectDocument, orderId ? { orderId } : null, []);
  const first = oldestFirst[0];
  return data?.order?.number ?? (first ? shortStream(first) : '');
};

const spanOf = (events: readonly Told[]): number => {
  const times = events.map(({ recordedAt }) => Date.parse(recordedAt));
  return times.length > 0 ? Math.max(...times) - Math.min(...times) : 0;
};

const waiting = Array.from({ length: 9 }, (_, index) => index);

/** Everything that one first command led to, each event under its cause. */
export const StoryPage = () => {
  const { id } = useParams<{ id: string }>();
  const router = useRouter();
  const { opened, open, close } = useOpened('event');
  const { data, failure, retry } = useLive(StoryDocument, { correlationId: id });
  const told = data?.events.nodes;
  const oldestFirst = useMemo(() => (told ?? []).toSorted((a, b) => a.position - b.position), [told]);
  const subject = useSubject(oldestFirst);
  if (failure && !told)
    return (
      <Page title={texts.title}>
        <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
      </Page>
    );
  if (told?.length === 0)
    return (
      <Page title={texts.title}>
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState
            icon={FileQuestion}
            title={texts.empty.title}
            text={texts.empty.text}
            action={
              <ButtonLink>
                <Link href="/system/events">{texts.empty.action}</Link>
              </ButtonLink>
            }
          />
        </div>
      </Page>
    );
  const start = oldestFirst[0] ? Date.parse(oldestFirst[0].recordedAt) : 0;
  return (
    <Page
      title={told ? texts.of(subject) : texts.title}
      about={told && <span className="tabular">{texts.about(told.length, formatLag(spanOf(told)))}</span>}
      action={
        <ButtonLink>
          <Link href={`/system/events?correlation=${id}`}>{texts.inBrowser}</Link>
        </ButtonLink>
      }
    >
      {told && <Crumb text={texts.of(subject)} />}
      <Beside
        panel={
          opened && (
            <EventPanel
              id={opened}
              inStory
              onClose={close}
              onOpen={open}
              onFilter={({ name, value }) =>
                router.push(`/system/events?${name}=${encodeURIComponent(value)}&event=${opened}`)
              }
            />
          )
        }
      >
        <Panel title={data?.events.pageInfo.hasPreviousPage ? texts.first(oldestFirst.length) : texts.list} flush>
          <ol className="py-1.5">
            {told
              ? storyTree(oldestFirst).map(({ event, depth }) => (
                  <StoryRow
                    key={event.id}
                    event={event}
                    depth={depth}
                    after={Date.parse(event.recordedAt) - start}
                    selected={event.id === opened}
                    onOpen={() => open(event.id)}
                  />
                ))
              : waiting.map((index) => (
                  <li key={index} className="flex h-9 items-center px-4" aria-busy>
                    <Skeleton className="w-3/5" />
                  </li>
                ))}
          </ol>
        </Panel>
      </Beside>
    </Page>
  );
};
