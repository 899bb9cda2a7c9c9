import type { Failure } from './query-store.ts';

/** A page of a list that only grows at its top, as the API answers it. */
export type LogPage<Row> = {
  nodes: Row[];
  searchedTo: unknown;
  pageInfo: { startCursor: string | null; endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean };
};

export type Log<Row> = {
  /** Newest first; undefined until they were read for the first time. */
  rows: readonly Row[] | undefined;
  /** Came since the list was read: announced, not shown. Newest first. */
  fresh: readonly Row[];
  /** Cursors: what comes after `top` is new (null: before everything), what comes after `end` is older. */
  top: string | null;
  end: string | null;
  hasMore: boolean;
  /** Where the search stopped because it had looked at enough; null where it had not to. */
  searchedTo: unknown;
  /** The last page found nothing: going on is the reader's decision. */
  stuck: boolean;
  failure: Failure | undefined;
};

/** More than these are not kept beside the list: showing them reads it anew. */
export const mostFresh = 300;

export const blankLog: Log<never> = {
  rows: undefined,
  fresh: [],
  top: null,
  end: null,
  hasMore: false,
  searchedTo: null,
  stuck: false,
  failure: undefined,
};

const older = ({ nodes, pageInfo, searchedTo }: LogPage<unknown>) => ({
  end: pageInfo.endCursor,
  hasMore: pageInfo.hasNextPage,
  searchedTo,
  stuck: nodes.length === 0 && pageInfo.hasNextPage,
  failure: undefined,
});

export const withFirst = <Row>(page: LogPage<Row>): Log<Row> => ({
  ...blankLog,
  ...older(page),
  rows: page.nodes,
  top: page.nodes.length > 0 ? page.pageInfo.startCursor : null,
});

export const withOlder = <Row>(log: Log<Row>, page: LogPage<Row>): Log<Row> => ({
  ...log,
  ...older(page),
  rows: [...(log.rows ?? []), ...page.nodes],
});

/** Rows that were read again take the place of what is shown of them. */
export const withChanged = <Row extends { id: string }>(log: Log<Row>, changed: readonly Row[]): Log<Row> => {
  const now = new Map(changed.map((row) => [row.id, row]));
  return { ...log, rows: log.rows?.map((row) => now.get(row.id) ?? row) };
};

/**
 * What came since waits beside the list; a list that is empty has no place to keep. What is shown already and came again,
 * because it was decided meanwhile, changes where it stands.
 */
export const withNewer = <Row extends { id: string }>(log: Log<Row>, { nodes, pageInfo }: LogPage<Row>): Log<Row> => {
  const top = pageInfo.startCursor ?? log.top;
  if (nodes.length === 0 || !log.rows) return top === log.top ? log : { ...log, top };
  if (log.rows.length === 0) return { ...log, rows: nodes, top };
  const held = new Set([...log.rows, ...log.fresh].map(({ id }) => id));
  const fresh = [...nodes.filter(({ id }) => !held.has(id)), ...log.fresh].slice(0, mostFresh);
  return { ...withChanged(log, nodes), fresh, top };
};

export const withFreshShown = <Row>(log: Log<Row>): Log<Row> => ({
  ...log,
  rows: [...log.fresh, ...(log.rows ?? [])],
  fresh: [],
});
