'use client';

import { Boxes, PackagePlus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { Sort } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { Beside } from '../../components/side-panel.tsx';
import {
  StockCountsDocument,
  StockItemByIdDocument,
  type StockItemOrderField,
  StockItemsDocument,
  type StockStatus,
} from '../../graphql/generated/documents.ts';
import { stockStates } from '../../lib/states.ts';
import { useOpened } from '../../lib/use-opened.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { stock as texts } from '../../texts/stock.ts';
import { ReceiveDialog } from './receive-dialog.tsx';
import { stockColumns, stockHref } from './stock-columns.tsx';
import { StockPanel } from './stock-panel.tsx';

type Choice = 'ALL' | Exclude<StockStatus, 'IN_STOCK'>;
const CHOICES: readonly string[] = ['BACKORDERED', 'OUT', 'LOW', 'UNCOUNTED'];
const isChoice = (text: string): text is Exclude<Choice, 'ALL'> => CHOICES.includes(text);
const FIELDS: readonly string[] = ['URGENCY', 'SKU', 'AVAILABLE', 'UPDATED_AT'];
const isField = (text: string): text is StockItemOrderField => FIELDS.includes(text);

const beside = new Set(['warehouse', 'figures', 'reserved', 'backordered']);
const alone = new Set<string>();

/** What is there, what is promised, and who waits: what needs somebody first. */
export const StockPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const { opened, open, close } = useOpened('item');
  const [receiving, setReceiving] = useState(false);
  const search = get('q');
  const status = get('status');
  const choice: Choice = isChoice(status) ? status : 'ALL';
  const field = get('sort');
  const direction = get('direction') === 'DESC' ? 'DESC' : 'ASC';
  const sort: Sort & { field: StockItemOrderField } = { field: isField(field) ? field : 'URGENCY', direction };
  const counts = useLive(StockCountsDocument, { search: search || null }, topics.stock).data;
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, StockItemByIdDocument, { id })).data?.stockItem ?? null,
    [client],
  );
  const list = usePagedList({
    document: StockItemsDocument,
    variables: {
      filter: choice === 'ALL' ? null : { status: [choice] },
      search: search || null,
      orderBy: sort,
    },
    page: (data) => data.stockItems,
    readRow,
    topics: topics.stock,
  });
  const columns = useMemo(() => stockColumns(({ id }) => open(id)), [open]);
  const empty = search || choice !== 'ALL' ? texts.notFound : texts.empty;
  const chip = (key: Exclude<Choice, 'ALL'>, count: number | null | undefined) => ({
    key,
    label: stockStates[key].word,
    count: count ?? undefined,
  });
  return (
    <Page
      title={texts.title}
      action={
        <Button look="primary" icon={PackagePlus} onClick={() => setReceiving(true)}>
          {texts.receive}
        </Button>
      }
      filters={
        <>
          <FilterChips<Choice>
            label={texts.filters}
            chips={[
              { key: 'ALL', label: texts.all, count: counts?.all.totalCount ?? undefined },
              chip('BACKORDERED', counts?.backordered.totalCount),
              chip('OUT', counts?.out.totalCount),
              chip('LOW', counts?.low.totalCount),
              chip('UNCOUNTED', counts?.uncounted.totalCount),
            ]}
            chosen={choice}
            onChoose={(next) => set({ status: next === 'ALL' ? '' : next })}
          />
          <SearchBox label={texts.search} value={search} onChange={(q) => set({ q })} />
        </>
      }
    >
      <FreshRows count={list.fresh} word={texts.fresh} onShow={() => void list.reload()} />
      {list.failure && !list.rows ? (
        <ErrorState title={texts.failed} detail={list.failure.message} onRetry={list.reload} />
      ) : (
        <Beside panel={opened && <StockPanel key={opened} id={opened} onClose={close} />}>
          <DataTable
            label={texts.title}
            columns={columns}
            rows={list.rows}
            hidden={opened ? beside : alone}
            href={stockHref}
            onOpen={({ id }) => open(id)}
            selected={opened}
            sort={sort}
            onSort={(next) => set({ sort: next.field, direction: next.direction })}
            traces={!opened}
            empty={<EmptyState icon={Boxes} title={empty.title} text={empty.text} />}
            foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
          />
        </Beside>
      )}
      {receiving && <ReceiveDialog sku="" warehouse={null} onClose={() => setReceiving(false)} />}
    </Page>
  );
};
