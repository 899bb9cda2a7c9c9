'use client';

import { Package, PackagePlus } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Page } from '../../components/page.tsx';
import { Pill } from '../../components/pill.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { ProductBySkuDocument, type ProductRowFragment, ProductsDocument } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { stockStates } from '../../lib/states.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { common } from '../../texts/common.ts';
import { products as texts } from '../../texts/products.ts';
import { taxOf } from '../../texts/tax.ts';
import { stockHref } from '../stock/stock-columns.tsx';
import { sizeText } from './piece-size.ts';
import { SaveProductDialog } from './save-product-dialog.tsx';

const columnsWith = (edit: (product: ProductRowFragment) => void): Column<ProductRowFragment>[] => [
  {
    id: 'sku',
    header: texts.sku,
    width: '140px',
    fixed: true,
    cell: (row) => (
      <button
        type="button"
        onClick={() => edit(row)}
        className="ident rounded-sm font-medium hover:text-accent-text"
        aria-label={texts.edit(row.sku)}
      >
        {row.sku}
      </button>
    ),
  },
  { id: 'description', header: texts.description, cell: (row) => row.description },
  {
    id: 'price',
    header: texts.price,
    width: '140px',
    align: 'right',
    cell: (row) => (
      <>
        {row.unitPrice} <span className="text-faint">{row.currency}</span>
      </>
    ),
  },
  {
    id: 'tax',
    header: texts.tax,
    width: '120px',
    align: 'right',
    cell: (row) => <span className="text-soft">{taxOf(row)}</span>,
  },
  {
    id: 'weight',
    header: texts.weight,
    width: '110px',
    align: 'right',
    cell: (row) => (row.weightGrams === null ? common.none : texts.grams(formatCount(row.weightGrams))),
  },
  {
    id: 'size',
    header: texts.size,
    width: '170px',
    align: 'right',
    cell: ({ size }) => (size ? <span className="text-soft">{sizeText(size)}</span> : common.none),
  },
  {
    id: 'stock',
    header: texts.stock,
    width: '190px',
    cell: ({ stock }) =>
      stock ? (
        <Link href={stockHref(stock)} className="inline-flex items-center gap-2 rounded-sm hover:text-accent-text">
          <Pill {...stockStates[stock.status]} label={texts.stock} />
          {stock.status !== 'UNCOUNTED' && (
            <span className="tabular text-faint">
              {formatCount(stock.available)} / {formatCount(stock.onHand)}
            </span>
          )}
        </Link>
      ) : (
        <span className="text-faint">{common.none}</span>
      ),
  },
];

export const ProductsPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const [editing, setEditing] = useState<ProductRowFragment | 'new' | null>(null);
  const columns = useMemo(() => columnsWith(setEditing), []);
  const search = get('q');
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, ProductBySkuDocument, { id })).data?.product ?? null,
    [client],
  );
  const list = usePagedList({
    document: ProductsDocument,
    variables: { search: search || null, orderBy: { field: 'SKU', direction: 'ASC' } },
    page: (data) => data.products,
    readRow,
    topics: topics.products,
  });
  const empty = search ? texts.notFound : texts.empty;
  return (
    <Page
      title={texts.title}
      action={
        <>
          <SearchBox label={texts.search} value={search} onChange={(q) => set({ q })} />
          <Button look="primary" icon={PackagePlus} onClick={() => setEditing('new')}>
            {texts.add}
          </Button>
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
          traces
          empty={<EmptyState icon={Package} title={empty.title} text={empty.text} />}
          foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
        />
      )}
      {editing && <SaveProductDialog product={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
};
