'use client';

import { UserPlus, Users } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import {
  CustomerByIdDocument,
  CustomerCountsDocument,
  type CustomerKind,
  type CustomerRowFragment,
  CustomersDocument,
} from '../../graphql/generated/documents.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { customers as texts } from '../../texts/customers.ts';
import { CreditLimitDialog } from './credit-limit-dialog.tsx';
import { customerColumns, ordersOf } from './customer-columns.tsx';
import { RegisterCustomerDialog } from './register-customer-dialog.tsx';
import { VatIdDialog } from './vat-id-dialog.tsx';

type Choice = 'ALL' | CustomerKind;
const isKind = (text: string): text is CustomerKind => text === 'BUSINESS' || text === 'COUNTER_SALE';

export const CustomersPage = () => {
  const { client } = useWaybill();
  const [registering, setRegistering] = useState(false);
  const [changing, setChanging] = useState<CustomerRowFragment | null>(null);
  const [get, set] = useUrlState();
  const columns = useMemo(
    () => customerColumns({ changeVatId: setChanging, openCredit: ({ id }) => set({ credit: id }) }),
    [set],
  );
  const credit = get('credit');
  const search = get('q');
  const kind = get('kind');
  const choice: Choice = isKind(kind) ? kind : 'ALL';
  const counts = useLive(CustomerCountsDocument, { search: search || null }, topics.customers).data;
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, CustomerByIdDocument, { id })).data?.customer ?? null,
    [client],
  );
  const list = usePagedList({
    document: CustomersDocument,
    variables: {
      filter: choice === 'ALL' ? null : { kind: choice },
      search: search || null,
      orderBy: { field: 'NUMBER', direction: 'DESC' },
    },
    page: (data) => data.customers,
    readRow,
    topics: topics.customers,
  });
  const empty = search ? texts.notFound : texts.empty;
  return (
    <Page
      title={texts.title}
      action={
        <Button look="primary" icon={UserPlus} onClick={() => setRegistering(true)}>
          {texts.register}
        </Button>
      }
      filters={
        <>
          <FilterChips<Choice>
            label={texts.filters}
            chips={[
              { key: 'ALL', label: texts.all, count: counts?.all.totalCount },
              { key: 'BUSINESS', label: texts.business, count: counts?.business.totalCount },
              { key: 'COUNTER_SALE', label: texts.counter, count: counts?.counter.totalCount },
            ]}
            chosen={choice}
            onChoose={(next) => set({ kind: next === 'ALL' ? '' : next })}
          />
          <SearchBox label={texts.search} value={search} onChange={(q) => set({ q })} />
        </>
      }
    >
      <FreshRows count={list.fresh} word={texts.fresh} onShow={() => void list.reload()} />
      {list.failure && !list.rows ? (
        <ErrorState title={texts.failed} detail={list.failure.message} onRetry={list.reload} />
      ) : (
        <DataTable
          label={texts.title}
          columns={columns}
          rows={list.rows}
          href={ordersOf}
          traces
          empty={<EmptyState icon={Users} title={empty.title} text={empty.text} />}
          foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
        />
      )}
      <RegisterCustomerDialog open={registering} onOpenChange={setRegistering} />
      {credit && <CreditLimitDialog key={credit} id={credit} onClose={() => set({ credit: '' })} />}
      {changing && <VatIdDialog customer={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
};
