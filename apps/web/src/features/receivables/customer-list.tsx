'use client';

import { useCallback, useMemo } from 'react';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Beside } from '../../components/side-panel.tsx';
import {
  type ReceivablesCustomerRowFragment,
  ReceivablesCustomersDocument,
  ReceivablesOfCustomerDocument,
} from '../../graphql/generated/documents.ts';
import { useOpened } from '../../lib/use-opened.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { receivables as texts } from '../../texts/receivables.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { receivablesColumns, roomyColumns } from './receivables-columns.tsx';

type Row = ReceivablesCustomerRowFragment;

const none: ReadonlySet<string> = new Set();
const crowded: ReadonlySet<string> = new Set(roomyColumns);

/** Somebody who paid everything while one looks: the row stays where it is, with nothing in it. */
const settled = (row: Row): Row => {
  const nothing = { amount: 0, currency: row.currency };
  const amounts = row.amounts.map((part) => ({ ...part, invoices: 0, open: nothing }));
  return { ...row, amounts, invoiceCount: 0, open: nothing, overdue: nothing };
};

/** Who owes, whoever has most overdue first; beside it one of them, invoice by invoice. */
export const CustomerList = ({ on, currency }: { on: string | null; currency: string | null }) => {
  const { client } = useWaybill();
  const { opened, open, close } = useOpened('customer');
  const readRow = useCallback(
    async (_id: string, row: Row) => {
      const { customerId, currency: of } = row;
      const { data } = await askOnce(client, ReceivablesOfCustomerDocument, { on, currency: of, customerId });
      return data ? (data.receivables.customers.nodes[0] ?? settled(row)) : null;
    },
    [client, on],
  );
  const list = usePagedList({
    document: ReceivablesCustomersDocument,
    variables: { on, currency },
    page: (data) => data.receivables.customers,
    readRow,
    topics: topics.receivables,
    sums: true,
  });
  const most = useMemo(() => {
    const byCurrency = new Map<string, number>();
    for (const { currency: of, open: owed } of list.rows ?? [])
      byCurrency.set(of, Math.max(byCurrency.get(of) ?? 0, Number(owed.amount)));
    return byCurrency;
  }, [list.rows]);
  const hrefOf = useCallback(
    ({ id }: Row) => {
      const query = new URLSearchParams({ ...(on ? { on } : {}), customer: id });
      return `/receivables?${query}`;
    },
    [on],
  );
  const columns = useMemo(
    () =>
      receivablesColumns(
        hrefOf,
        ({ id }) => open(id),
        (of) => most.get(of) ?? 0,
      ),
    [hrefOf, open, most],
  );
  const [customerId, of] = (opened ?? '').split(' ');
  const panel = opened && customerId && of && (
    <CustomerPanel key={opened} customerId={customerId} currency={of} on={on} onClose={close} />
  );
  if (list.failure && !list.rows)
    return <ErrorState title={texts.failed} detail={list.failure.message} onRetry={list.reload} />;
  return (
    <Beside panel={panel}>
      <FreshRows count={list.fresh} word={texts.fresh} onShow={() => void list.reload()} />
      <DataTable
        label={texts.customers}
        columns={columns}
        rows={list.rows}
        href={hrefOf}
        onOpen={({ id }) => open(id)}
        selected={opened}
        hidden={panel ? crowded : none}
        empty={<p className="px-3 py-6 text-center text-faint">{texts.nobody}</p>}
        foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
      />
    </Beside>
  );
};
