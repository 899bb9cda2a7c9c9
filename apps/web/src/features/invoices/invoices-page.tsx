'use client';

import { FileText } from 'lucide-react';
import Link from 'next/link';
import { useCallback } from 'react';
import { ButtonLink } from '../../components/button.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { RowLink } from '../../components/data-table/row-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { PdfLink } from '../../components/pdf-link.tsx';
import { Pill } from '../../components/pill.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import {
  InvoiceByIdDocument,
  InvoiceCountsDocument,
  type InvoiceRowFragment,
  type InvoiceStatus,
  InvoicesDocument,
} from '../../graphql/generated/documents.ts';
import { formatDay } from '../../lib/format.ts';
import { invoiceStates } from '../../lib/states.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { common } from '../../texts/common.ts';
import { invoices as texts } from '../../texts/invoices.ts';

const invoiceHref = ({ id }: InvoiceRowFragment) => `/invoices/${id}`;
const orderHref = ({ orderId }: InvoiceRowFragment) => `/orders/${orderId}`;

const columns: Column<InvoiceRowFragment>[] = [
  {
    id: 'number',
    header: texts.number,
    width: '142px',
    fixed: true,
    cell: (row) => <RowLink href={invoiceHref(row)}>{row.number}</RowLink>,
  },
  { id: 'customer', header: texts.customer, cell: (row) => row.customerName ?? common.forgotten },
  {
    id: 'order',
    header: texts.order,
    width: '142px',
    cell: (row) => (
      <Link href={orderHref(row)} tabIndex={-1} className="ident rounded-sm text-soft hover:text-accent-text">
        {row.orderNumber}
      </Link>
    ),
  },
  {
    id: 'issued',
    header: texts.issued,
    width: '104px',
    cell: (row) => <span className="tabular text-soft">{formatDay(row.issueDate)}</span>,
  },
  {
    id: 'due',
    header: texts.due,
    width: '104px',
    cell: (row) => <span className="tabular text-soft">{formatDay(row.dueDate)}</span>,
  },
  {
    id: 'total',
    header: texts.total,
    width: '104px',
    align: 'right',
    cell: (row) => <Money value={row.total} className="font-medium" />,
  },
  {
    id: 'open',
    header: texts.openAmount,
    width: '92px',
    align: 'right',
    cell: (row) =>
      row.open.amount === 0 ? <span className="text-faint">{common.none}</span> : <Money value={row.open} />,
  },
  {
    id: 'status',
    header: texts.status,
    width: '100px',
    cell: (row) => <Pill {...invoiceStates[row.status]} label={texts.status} />,
  },
  {
    id: 'document',
    header: texts.document,
    width: '124px',
    cell: (row) => <PdfLink url={row.documentUrl} number={row.number} />,
  },
];

const choices: Record<'OPEN' | 'OVERDUE' | 'PAID' | 'WRITTEN_OFF', InvoiceStatus[]> = {
  OPEN: ['OPEN'],
  OVERDUE: ['OVERDUE'],
  PAID: ['PAID', 'SETTLED'],
  WRITTEN_OFF: ['WRITTEN_OFF'],
};
type Choice = 'ALL' | keyof typeof choices;
const isChoice = (text: string): text is keyof typeof choices => Object.hasOwn(choices, text);

export const InvoicesPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const search = get('q');
  const status = get('status');
  const choice: Choice = isChoice(status) ? status : 'ALL';
  const counts = useLive(InvoiceCountsDocument, { search: search || null }, topics.invoices).data;
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, InvoiceByIdDocument, { id })).data?.invoice ?? null,
    [client],
  );
  const list = usePagedList({
    document: InvoicesDocument,
    variables: {
      filter: choice === 'ALL' ? null : { status: choices[choice] },
      search: search || null,
      // What asks for somebody comes first; what is settled, the latest first.
      orderBy:
        choice === 'OPEN' || choice === 'OVERDUE'
          ? { field: 'URGENCY', direction: 'ASC' }
          : { field: 'NUMBER', direction: 'DESC' },
    },
    page: (data) => data.invoices,
    readRow,
    topics: topics.invoices,
  });
  const empty = search ? texts.notFound : texts.empty;
  return (
    <Page
      title={texts.title}
      action={
        <ButtonLink>
          <Link href="/credit-notes">{texts.toCreditNotes}</Link>
        </ButtonLink>
      }
      filters={
        <>
          <FilterChips<Choice>
            label={texts.filters}
            chips={[
              { key: 'ALL', label: texts.all, count: counts?.all.totalCount },
              { key: 'OVERDUE', label: texts.overdue, count: counts?.overdue.totalCount },
              { key: 'OPEN', label: texts.open, count: counts?.open.totalCount },
              { key: 'PAID', label: texts.paid, count: counts?.paid.totalCount },
              { key: 'WRITTEN_OFF', label: texts.writtenOff, count: counts?.writtenOff.totalCount },
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
        <DataTable
          label={texts.title}
          columns={columns}
          rows={list.rows}
          href={invoiceHref}
          traces
          empty={<EmptyState icon={FileText} title={empty.title} text={empty.text} />}
          foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
        />
      )}
    </Page>
  );
};
