'use client';

import { ScrollText, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { ListFoot } from '../../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { FreshRows } from '../../../components/fresh-rows.tsx';
import { Page } from '../../../components/page.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import { EventLogDocument } from '../../../graphql/generated/documents.ts';
import { formatCount } from '../../../lib/format.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useUrlState } from '../../../lib/use-url-state.ts';
import { mostFresh } from '../../../live/log.ts';
import { useLog } from '../../../live/use-log.ts';
import { events as texts } from '../../../texts/events.ts';
import { eventColumns } from './event-columns.tsx';
import { chosenOf, filterOf, withChosen } from './event-filter.ts';
import { eventHref } from './event-href.ts';
import { EventPanel } from './event-panel.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useEventSuggestions } from './use-event-suggestions.ts';

const beside = new Set(['stream', 'command']);
const alone = new Set<string>();

const Empty = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState icon={SearchX} title={texts.notFound.title} text={texts.notFound.text} />
  ) : (
    <EmptyState
      icon={ScrollText}
      title={texts.empty.title}
      text={texts.empty.text}
      action={
        <ButtonLink>
          <Link href="/orders/new">{texts.empty.action}</Link>
        </ButtonLink>
      }
    />
  );

/** The log itself: filtered, followed while it grows, each event opened beside it. */
export const EventsPage = () => {
  const [get, set] = useUrlState();
  const { opened, open, close } = useOpened('event');
  const log = useLog({
    document: EventLogDocument,
    variables: { filter: filterOf(get) },
    page: (data) => data.events,
    origin: '0',
  });
  const [typed, setTyped] = useState('');
  const suggestions = useEventSuggestions(typed);
  const rows = useMemo(() => log.rows && [...log.rows], [log.rows]);
  const columns = useMemo(
    () =>
      eventColumns({
        href: ({ id }) => eventHref(id),
        onOpen: ({ id }) => open(id),
        follows: opened !== undefined,
      }),
    [open, opened],
  );
  const show = () => {
    scrollTo({ top: 0 });
    log.show();
  };
  const searched = log.searchedTo === null ? '' : formatCount(Number(log.searchedTo));
  const further = (
    <EmptyState
      icon={SearchX}
      title={texts.further.title}
      text={texts.further.text(searched)}
      action={<Button onClick={log.loadMore}>{texts.further.action}</Button>}
    />
  );

  return (
    <Page
      title={texts.title}
      about={texts.about}
      filters={<FilterBar get={get} set={set} text={typed} onText={setTyped} suggestions={suggestions} texts={texts} />}
    >
      <FreshRows count={log.fresh.length} word={(count) => texts.fresh(count, count >= mostFresh)} onShow={show} />
      <Beside
        panel={
          opened && (
            <EventPanel id={opened} onClose={close} onOpen={open} onFilter={(chosen) => set(withChosen(get, chosen))} />
          )
        }
      >
        {log.failure && !log.rows ? (
          <ErrorState title={texts.failed} detail={log.failure.message} onRetry={log.reload} />
        ) : (
          <DataTable
            label={texts.title}
            columns={columns}
            rows={rows}
            hidden={opened ? beside : alone}
            href={({ id }) => eventHref(id)}
            onOpen={({ id }) => open(id)}
            selected={opened}
            empty={log.stuck ? further : <Empty filtered={chosenOf(get).length > 0} />}
            foot={
              log.stuck ? further : <ListFoot count={log.rows?.length} hasMore={log.hasMore} onMore={log.loadMore} />
            }
          />
        )}
      </Beside>
    </Page>
  );
};
