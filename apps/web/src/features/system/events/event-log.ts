import type { EventLogQuery, EventRowFragment } from '../../../graphql/generated/documents.ts';
import type { Failure } from '../../../live/query-store.ts';

export type EventLog = {
  /** Newest first; undefined until they were read for the first time. */
  rows: readonly EventRowFragment[] | undefined;
  /** Came since the list was read: announced, not shown. Newest first. */
  fresh: readonly EventRowFragment[];
  /** Cursors: what comes after `top` is new, what comes after `end` is older. */
  top: string;
  end: string | null;
  hasMore: boolean;
  /** Where the search stopped because it had looked at enough; null where it had not to. */
  searchedTo: number | null;
  /** The last page found nothing: going on is the reader's decision. */
  stuck: boolean;
  failure: Failure | undefined;
};

/** More than these are not kept beside the list: showing them reads it anew. */
export const mostFresh = 300;

export const blankLog: EventLog = {
  rows: undefined,
  fresh: [],
  top: '0',
  end: null,
  hasMore: false,
  searchedTo: null,
  stuck: false,
  failure: undefined,
};

type Page = EventLogQuery['events'];

const older = ({ nodes, pageInfo, searchedTo }: Page) => ({
  end: pageInfo.endCursor,
  hasMore: pageInfo.hasNextPage,
  searchedTo,
  stuck: nodes.length === 0 && pageInfo.hasNextPage,
  failure: undefined,
});

export const withFirst = (page: Page): EventLog => ({
  ...blankLog,
  ...older(page),
  rows: page.nodes,
  top: page.nodes.length > 0 ? (page.pageInfo.startCursor ?? '0') : '0',
});

export const withOlder = (log: EventLog, page: Page): EventLog => ({
  ...log,
  ...older(page),
  rows: [...(log.rows ?? []), ...page.nodes],
});

/** What came since waits beside the list; a list that is empty has no place to keep. */
export const withNewer = (log: EventLog, { nodes, pageInfo }: Page): EventLog => {
  const top = pageInfo.startCursor ?? log.top;
  if (nodes.length === 0 || !log.rows) return top === log.top ? log : { ...log, top };
  if (log.rows.length === 0) return { ...log, rows: nodes, top };
  return { ...log, fresh: [...nodes, ...log.fresh].slice(0, mostFresh), top };
};

export const withFreshShown = (log: EventLog): EventLog => ({
  ...log,
  rows: [...log.fresh, ...(log.rows ?? [])],
  fresh: [],
});
