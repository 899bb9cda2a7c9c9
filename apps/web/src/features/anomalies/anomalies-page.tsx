'use client';

import { ShieldCheck } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Page } from '../../components/page.tsx';
import { Beside } from '../../components/side-panel.tsx';
import {
  AnomaliesDocument,
  AnomalyByIdDocument,
  AnomalyCountsDocument,
  type AnomalyKind,
  type AnomalyState,
} from '../../graphql/generated/documents.ts';
import { useOpened } from '../../lib/use-opened.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { anomalies as texts } from '../../texts/anomalies.ts';
import { anomalyColumns, anomalyHref } from './anomaly-columns.tsx';
import { AnomalyPanel } from './anomaly-panel.tsx';

type View = keyof typeof texts.views;
const states: Record<View, AnomalyState[]> = {
  UNRESOLVED: ['OPEN', 'ASSIGNED'],
  OPEN: ['OPEN'],
  ASSIGNED: ['ASSIGNED'],
  RESOLVED: ['RESOLVED'],
};
const isView = (text: string): text is View => text in states;
const isKind = (text: string): text is AnomalyKind => text in texts.kinds;
const kinds = Object.entries(texts.kinds).map(([key, { word }]) => ({ key, label: word }));

const beside = new Set(['channel', 'amount', 'owner']);
const alone = new Set<string>();

/** What came otherwise than it should, and waits for its other half or for a person. */
export const AnomaliesPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const { opened, open, close } = useOpened('anomaly');
  const chosen = get('state');
  const view: View = isView(chosen) ? chosen : 'UNRESOLVED';
  const kind = get('kind');
  const channel = get('channel');
  const narrowed = { ...(isKind(kind) ? { kind: [kind] } : {}), ...(channel ? { channel } : {}) };
  const of = (name: View) => ({ ...narrowed, state: states[name] });
  const counts = useLive(
    AnomalyCountsDocument,
    { unresolved: of('UNRESOLVED'), open: of('OPEN'), assigned: of('ASSIGNED'), resolved: of('RESOLVED') },
    topics.anomalies,
  ).data;
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, AnomalyByIdDocument, { id })).data?.anomaly ?? null,
    [client],
  );
  const list = usePagedList({
    document: AnomaliesDocument,
    variables: { filter: of(view) },
    page: (data) => data.anomalies,
    readRow,
    topics: topics.anomalies,
  });
  const columns = useMemo(() => anomalyColumns(({ id }) => open(id)), [open]);
  const empty = view === 'UNRESOLVED' && !kind && !channel ? texts.empty : texts.notFound;
  const chip = (key: View, count: number | undefined) => ({ key, label: texts.views[key], count });
  return (
    <Page
      title={texts.title}
      about={texts.about}
      filters={
        <>
          <FilterChips<View>
            label={texts.filters}
            chips={[
              chip('UNRESOLVED', counts?.unresolved.totalCount),
              chip('OPEN', counts?.open.totalCount),
              chip('ASSIGNED', counts?.assigned.totalCount),
              chip('RESOLVED', counts?.resolved.totalCount),
            ]}
            chosen={view}
            onChoose={(key) => set({ state: key === 'UNRESOLVED' ? '' : key })}
          />
          <span className="ml-auto flex gap-2">
            <FilterSelect
              label={texts.kind}
              all={texts.allKinds}
              options={kinds}
              chosen={isKind(kind) ? kind : ''}
              onChoose={(key) => set({ kind: key })}
            />
            <FilterSelect
              label={texts.channel}
              all={texts.allChannels}
              options={(counts?.channels ?? []).map(({ id, name }) => ({ key: id, label: name }))}
              chosen={channel}
              onChoose={(key) => set({ channel: key })}
            />
          </span>
        </>
      }
    >
      <FreshRows count={list.fresh} word={texts.fresh} onShow={() => void list.reload()} />
      {list.failure && !list.rows ? (
        <ErrorState title={texts.failed} detail={list.failure.message} onRetry={list.reload} />
      ) : (
        <Beside panel={opened && <AnomalyPanel key={opened} id={opened} onClose={close} />}>
          <DataTable
            label={texts.title}
            columns={columns}
            rows={list.rows}
            hidden={opened ? beside : alone}
            href={anomalyHref}
            onOpen={({ id }) => open(id)}
            selected={opened}
            traces={!opened}
            empty={<EmptyState icon={ShieldCheck} {...empty} />}
            foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
          />
        </Beside>
      )}
    </Page>
  );
};
