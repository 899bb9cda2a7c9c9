import type { Column } from '../../components/data-table/column.ts';
import { RowLink } from '../../components/data-table/row-link.tsx';
import { Money } from '../../components/money.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import type { OrderRowFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { orderInvoiceStates, orderStates, paymentStates, whereaboutsOf } from '../../lib/states.ts';
import { common } from '../../texts/common.ts';
import { orders } from '../../texts/orders.ts';

export const orderHref = (order: { id: string; status: string }) =>
  order.status === 'DRAFT' ? `/orders/new?draft=${order.id}` : `/orders/${order.id}`;

/** The four pills stand in one order everywhere: order, payment, invoice, delivery. */
export const orderColumns: Column<OrderRowFragment>[] = [
  {
    id: 'number',
    header: orders.number,
    width: '138px',
    sort: 'NUMBER',
    fixed: true,
    cell: (row) => <RowLink href={orderHref(row)}>{row.number}</RowLink>,
  },
  {
    id: 'customer',
    header: orders.customer,
    sort: 'CUSTOMER_NAME',
    cell: (row) => (
      <>
        {row.customerName ?? common.forgotten}
        {row.country && <span className="ml-2 text-faint">{row.country}</span>}
      </>
    ),
  },
  {
    id: 'placed',
    header: orders.placed,
    width: '104px',
    sort: 'PLACED_AT',
    cell: (row) => (
      <span className="text-soft">{row.placedAt ? <Time at={row.placedAt} /> : <span>{orders.draft}</span>}</span>
    ),
  },
  { id: 'lines', header: orders.lines, width: '58px', align: 'right', cell: (row) => formatCount(row.lineCount) },
  {
    id: 'total',
    header: orders.total,
    width: '108px',
    align: 'right',
    sort: 'TOTAL',
    cell: (row) => <Money value={row.total} className="font-medium" />,
  },
  {
    id: 'order',
    header: orders.order,
    width: '112px',
    cell: (row) => <Pill {...orderStates[row.status]} label={orders.order} />,
  },
  {
    id: 'payment',
    header: orders.payment,
    width: '108px',
    cell: (row) => <Pill {...paymentStates[row.paymentStatus]} label={orders.payment} />,
  },
  {
    id: 'invoice',
    header: orders.invoice,
    width: '126px',
    cell: (row) => <Pill {...orderInvoiceStates[row.invoiceStatus]} label={orders.invoice} />,
  },
  {
    id: 'delivery',
    header: orders.delivery,
    width: '130px',
    cell: (row) => <Pill {...whereaboutsOf(row)} label={orders.delivery} />,
  },
];
