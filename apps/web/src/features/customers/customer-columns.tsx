import type { Column } from '../../components/data-table/column.ts';
import { RowLink } from '../../components/data-table/row-link.tsx';
import type { CustomerRowFragment } from '../../graphql/generated/documents.ts';
import { common } from '../../texts/common.ts';
import { customers as texts } from '../../texts/customers.ts';

/** The orders of one customer. */
export const ordersOf = ({ number, name }: CustomerRowFragment) => `/orders?q=${encodeURIComponent(name ?? number)}`;

/** The columns of the list of customers. `changeVatId`: what a click on a VAT id does. */
export const customerColumns = (
  changeVatId: (customer: CustomerRowFragment) => void,
): Column<CustomerRowFragment>[] => [
  {
    id: 'number',
    header: texts.number,
    width: '140px',
    fixed: true,
    cell: (row) => <RowLink href={ordersOf(row)}>{row.number}</RowLink>,
  },
  { id: 'name', header: texts.name, cell: (row) => row.name ?? common.forgotten },
  {
    id: 'kind',
    header: texts.kind,
    width: '110px',
    cell: (row) => <span className="text-soft">{texts.kinds[row.kind]}</span>,
  },
  { id: 'city', header: texts.city, width: '120px', cell: (row) => row.address?.city ?? common.none },
  { id: 'country', header: texts.country, width: '140px', cell: (row) => row.country ?? common.none },
  {
    id: 'vatId',
    header: texts.vatId,
    width: '130px',
    cell: (row) => (
      <button
        type="button"
        onClick={() => changeVatId(row)}
        className="ident min-w-6 rounded-sm text-left hover:text-accent-text"
        aria-label={texts.changeVatId(row.name ?? row.number)}
      >
        {row.vatId ?? common.none}
      </button>
    ),
  },
  {
    id: 'email',
    header: texts.email,
    width: '180px',
    cell: (row) => <span className="text-soft">{row.email ?? common.none}</span>,
  },
];
