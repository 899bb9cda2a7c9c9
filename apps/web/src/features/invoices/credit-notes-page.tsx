'use client';

import { ReceiptText } from 'lucide-react';
import Link from 'next/link';
import { useCallback } from 'react';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { PdfLink } from '../../components/pdf-link.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import {
  CreditNoteByIdDocument,
  type CreditNoteRowFragment,
  CreditNotesDocument,
} from '../../graphql/generated/documents.ts';
import { formatDay } from '../../lib/format.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { common } from '../../texts/common.ts';
import { creditNotes as texts } from '../../texts/invoice.ts';

const columns: Column<CreditNoteRowFragment>[] = [
  {
    id: 'number',
    header: texts.number,
    width: '142px',
    fixed: true,
    cell: (row) => <span className="ident font-medium">{row.number}</span>,
  },
  {
    id: 'invoice',
    header: texts.invoice,
    width: '150px',
    cell: (row) =>
      row.invoiceId === null ? (
        <span className="text-faint">{texts.none}</span>
      ) : (
        <Link href={`/invoices/${row.invoiceId}`} className="ident rounded-sm text-accent-text hover:underline">
          {row.invoiceNumber}
        </Link>
      ),
  },
  { id: 'customer', header: texts.customer, cell: (row) => row.customerName ?? common.forgotten },
  { id: 'reason', header: texts.reason, cell: (row) => <span className="text-soft">{row.reason}</span> },
  {
    id: 'issued',
    header: texts.issued,
    width: '104px',
    cell: (row) => <span className="tabular text-soft">{formatDay(row.issueDate)}</span>,
  },
  {
    id: 'total',
    header: texts.total,
    width: '104px',
    align: 'right',
    cell: (row) => <Money value={row.total} className="font-medium" />,
  },
  {
    id: 'document',
    header: texts.document,
    width: '124px',
    cell: (row) => <PdfLink url={row.documentUrl} number={row.number} />,
  },
];

/** What was credited, the latest first. */
export const CreditNotesPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const search = get('q');
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, CreditNoteByIdDocument, { id })).data?.creditNote ?? null,
    [client],
  );
  const list = usePagedList({
    document: CreditNotesDocument,
    variables: { search: search || null },
    page: (data) => data.creditNotes,
    readRow,
    topics: topics.invoices,
  });
  const empty = search ? texts.notFound : texts.empty;
  return (
    <Page title={texts.title} filters={<SearchBox label={texts.search} value={search} onChange={(q) => set({ q })} />}>
      <FreshRows count={list.fresh} word={texts.fresh} onShow={() => void list.reload()} />
      {list.failure && !list.rows ? (
        <ErrorState title={texts.failed} detail={list.failure.message} onRetry={list.reload} />
      ) : (
        <DataTable
          label={texts.title}
          columns={columns}
          rows={list.rows}
          traces
          empty={<EmptyState icon={ReceiptText} title={empty.title} text={empty.text} />}
          foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
        />
      )}
    </Page>
  );
};
