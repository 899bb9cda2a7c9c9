'use client';

import { Plus, ShoppingCart } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useMemo } from 'react';
import { ButtonLink } from '../../components/button.tsx';
import type { Sort } from '../../components/data-table/column.ts';
import { ColumnsMenu } from '../../components/data-table/columns-menu.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import {
  OrderByIdDocument,
  OrderFacetsDocument,
  type OrderOrderField,
  OrdersDocument,
  type OrderView,
} from '../../graphql/generated/documents.ts';
import { useHiddenColumns } from '../../lib/use-hidden-columns.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { orders } from '../../texts/orders.ts';
import { orderColumns, orderHref } from './order-columns.tsx';

const views: OrderView[] = ['ALL', 'DRAFT', 'TO_COLLECT', 'TO_SHIP', 'ON_HOLD', 'UNDER_WAY', 'COMPLETED', 'CANCELLED'];
const isView = (text: string): text is OrderView => views.some((view) => view === text);
const fields: OrderOrderField[] = ['NUMBER', 'CUSTOMER_NAME', 'PLACED_AT', 'TOTAL', 'UPDATED_AT'];
const isField = (text: string): text is OrderOrderField => fields.some((field) => field === text);

export const OrdersPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const [hidden, setHidden] = useHiddenColumns('orders');
  const chosen = get('view');
  const view: OrderView = isView(chosen) ? chosen : 'ALL';
  const search = get('q');
  const [field = '', direction] = get('sort').split(':');
  const sort = useMemo<{ field: OrderOrderField; direction: 'ASC' | 'DESC' }>(
    () => ({ field: isField(field) ? field : 'PLACED_AT', direction: direction === 'ASC' ? 'ASC' : 'DESC' }),
    [field, direction],
  );

  const facets = useLive(OrderFacetsDocument, { search: search || null }, topics.orders);
  const counts = new Map(facets.data?.orderFacets.map(({ view: of, count }) => [of, count]));
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, OrderByIdDocument, { id })).data?.order ?? null,
    [client],
  );
  const list = usePagedList({
    document: OrdersDocument,
    variables: { filter: { view }, search: search || null, orderBy: sort },
    page: (data) => data.orders,
    readRow,
    topics: topics.orders,
  });

  const show = () => {
    scrollTo({ top: 0 });
    void list.reload();
  };
  const empty = search ? orders.notFound : orders.empty[view];

  return (
    <Page
      title={orders.title}
      action={
        <ButtonLink look="primary">
          <Link href="/orders/new">
            <Plus size={16} aria-hidden />
            {orders.newOrder}
          </Link>
        </ButtonLink>
      }
      filters={
        <>
          <FilterChips
            label={orders.filters}
            chips={views.map((key) => ({ key, label: orders.views[key], count: counts.get(key) }))}
            chosen={view}
            onChoose={(key) => set({ view: key === 'ALL' ? '' : key })}
          />
          <SearchBox label={orders.search} value={search} onChange={(q) => set({ q })} />
          <ColumnsMenu columns={orderColumns} hidden={hidden} onChange={setHidden} />
        </>
      }
    >
      <FreshRows count={list.fresh} word={orders.fresh} onShow={show} />
      {list.failure && !list.rows ? (
        <ErrorState title={orders.failed} detail={list.failure.message} onRetry={list.reload} />
      ) : (
        <DataTable
          label={orders.title}
          columns={orderColumns}
          rows={list.rows}
          href={orderHref}
          hidden={hidden}
          sort={sort}
          onSort={(next: Sort) => set({ sort: `${next.field}:${next.direction}` })}
          traces
          empty={<EmptyState icon={ShoppingCart} title={empty.title} text={empty.text} />}
          foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
        />
      )}
    </Page>
  );
};
