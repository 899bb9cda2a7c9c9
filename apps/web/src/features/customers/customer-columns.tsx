import type { Column } from '../../components/data-table/column.ts';
import { RowLink } from '../../components/data-table/row-link.tsx';
import type { CustomerRowFragment } from '../../graphql/generated/documents.ts';
import { common } from '../../texts/common.ts';
import { customers as texts } from '../../texts/customers.ts';
import { CreditBar } from './credit-bar.tsx';

/** The orders of one customer. */
export const ordersOf = ({ number, name }: CustomerRowFragment) => `/orders?q=${encodeURIComponent(name ?? number)}`;

/** The line that has a limit; one of those that only count, where none has. */
const mainLine = ({ credit }: CustomerRowFragment) => credit.find(({ creditLimit }) => creditLimit) ?? credit[0];

const Credit = ({ customer, onOpen }: { customer: CustomerRowFragment; onOpen: () => void }) => {
  const line = mainLine(customer);
  return (
    <button
      type="button"
      onClick={onOpen}
      className="grid w-full min-w-6 gap-1 rounded-sm text-left hover:text-accent-text"
    >
      <span className="sr-only">{texts.credit.title(customer.name ?? customer.number)}</span>
      {line ? (
        <>
          <span className="tabular text-xs">{texts.credit.short(line)}</span>
          <CreditBar line={line} />
        </>
      ) : (
        common.none
      )}
    </button>
  );
};

/** The columns of the list of customers, and what a click on a VAT id and on their credit does. */
export const customerColumns = (on: {
  readonly changeVatId: (customer: CustomerRowFragment) => void;
  readonly openCredit: (customer: CustomerRowFragment) => void;
}): Column<CustomerRowFragment>[] => [
  {
    id: 'number',
    header: texts.number,
    width: '116px',
    fixed: true,
    cell: (row) => <RowLink href={ordersOf(row)}>{row.number}</RowLink>,
  },
  { id: 'name', header: texts.name, cell: (row) => row.name ?? common.forgotten },
  {
    id: 'kind',
    header: texts.kind,
    width: '104px',
    cell: (row) => <span className="text-soft">{texts.kinds[row.kind]}</span>,
  },
  { id: 'city', header: texts.city, width: '92px', cell: (row) => row.address?.city ?? common.none },
  { id: 'country', header: texts.country, width: '118px', cell: (row) => row.country ?? common.none },
  {
    id: 'vatId',
    header: texts.vatId,
    width: '124px',
    cell: (row) => (
      <button
        type="button"
        onClick={() => on.changeVatId(row)}
        className="min-w-6 rounded-sm text-left hover:text-accent-text"
      >
        <span className="sr-only">{texts.changeVatId(row.name ?? row.number)}</span>
        {row.vatId ? <span className="ident">{row.vatId}</span> : common.none}
      </button>
    ),
  },
  {
    id: 'credit',
    header: texts.credit.header,
    width: '152px',
    cell: (row) => <Credit customer={row} onOpen={() => on.openCredit(row)} />,
  },
  {
    id: 'email',
    header: texts.email,
    width: '130px',
    cell: (row) => <span className="text-soft">{row.email ?? common.none}</span>,
  },
];
