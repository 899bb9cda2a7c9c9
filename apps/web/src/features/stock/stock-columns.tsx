import type { Column } from '../../components/data-table/column.ts';
import { RowLink } from '../../components/data-table/row-link.tsx';
import { Pill } from '../../components/pill.tsx';
import type { StockRowFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { stockStates } from '../../lib/states.ts';
import { common } from '../../texts/common.ts';
import { stock as texts } from '../../texts/stock.ts';
import { StockBar } from './stock-bar.tsx';

export const stockHref = ({ id }: { id: string }): string => `/stock?item=${encodeURIComponent(id)}`;

const figure = (id: 'onHand' | 'reserved' | 'available' | 'backordered', sort?: string): Column<StockRowFragment> => ({
  id,
  header: texts[id],
  width: '84px',
  align: 'right',
  ...(sort ? { sort } : {}),
  cell: (row) => {
    const value = row[id];
    if (!row.counted && id !== 'backordered') return <span className="text-faint">{common.none}</span>;
    return value === 0 ? <span className="text-faint">0</span> : formatCount(value);
  },
});

export const stockColumns = (onOpen: (row: StockRowFragment) => void): Column<StockRowFragment>[] => [
  {
    id: 'sku',
    header: texts.sku,
    width: '116px',
    fixed: true,
    sort: 'SKU',
    cell: (row) => (
      <RowLink href={stockHref(row)} onOpen={() => onOpen(row)}>
        {row.sku}
      </RowLink>
    ),
  },
  {
    id: 'description',
    header: texts.description,
    cell: (row) => row.product?.description ?? <span className="text-faint">{texts.unknownProduct}</span>,
  },
  {
    id: 'warehouse',
    header: texts.warehouse,
    width: '92px',
    cell: (row) => <span className="ident">{row.warehouse}</span>,
  },
  {
    id: 'status',
    header: texts.status,
    width: '124px',
    sort: 'URGENCY',
    cell: (row) => <Pill {...stockStates[row.status]} label={texts.status} />,
  },
  {
    id: 'figures',
    header: texts.figures,
    width: '140px',
    cell: (row) => <StockBar item={row} />,
  },
  figure('onHand'),
  figure('reserved'),
  figure('available', 'AVAILABLE'),
  figure('backordered'),
];
