import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Reading } from './query-store.ts';
import { useWaybill } from './waybill.tsx';

const nothing: Reading<never> = { data: undefined, failure: undefined, fetching: false };
const never = () => () => {};

/**
 * Reads a query and keeps it fresh: it is read again when a change names one of its topics (a prefix of a projection's
 * name; left out: any change), and the row with `row`, where one is given. `variables` null reads nothing.
 */
export const useLive = <Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  topics?: readonly string[],
  row?: string,
): Reading<Data> & { retry: () => void } => {
  const { queries } = useWaybill();
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables are compared by their content
  const handle = useMemo(
    () => (variables ? queries.read(document, variables, { topics, key: row }) : null),
    [queries, document, key],
  );
  const reading = useSyncExternalStore<Reading<Data>>(
    handle ? handle.subscribe : never,
    handle ? handle.get : () => nothing,
    () => nothing,
  );
  const retry = useCallback(() => handle?.retry(), [handle]);
  return { ...reading, retry };
};
