import type { Column } from '../../components/data-table/column.ts';
import { RowLink } from '../../components/data-table/row-link.tsx';
import { Money, type MoneyValue } from '../../components/money.tsx';
import type { AgeBucket, ReceivablesCustomerRowFragment } from '../../graphql/generated/documents.ts';
import { common } from '../../texts/common.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { AgeBar } from './age-bar.tsx';

type Row = ReceivablesCustomerRowFragment;

const AmountOf = ({ value, className }: { value: MoneyValue | undefined; className?: string }) =>
  value === undefined || Number(value.amount) === 0 ? (
    <span className="text-faint">{common.none}</span>
  ) : (
    <Money value={value} {...(className ? { className } : {})} />
  );

const bucket = (of: AgeBucket): Column<Row> => ({
  id: of,
  header: texts.buckets[of],
  width: '98px',
  align: 'right',
  cell: ({ amounts }) => <AmountOf value={amounts.find((part) => part.bucket === of)?.open} className="text-soft" />,
});

const buckets: AgeBucket[] = ['NOT_DUE', 'DAYS_1_TO_30', 'DAYS_31_TO_60', 'DAYS_61_TO_90', 'OVER_90'];

/** What makes room when a customer is open beside the list. */
export const roomyColumns: string[] = [...buckets, 'onAccount'];

/** `mostOf`: what whoever owes most owes in a currency (minor units). */
export const receivablesColumns = (
  hrefOf: (row: Row) => string,
  show: (row: Row) => void,
  mostOf: (currency: string) => number,
): Column<Row>[] => [
  {
    id: 'customer',
    header: texts.customer,
    fixed: true,
    cell: (row) => (
      <RowLink href={hrefOf(row)} onOpen={() => show(row)}>
        <span className="font-sans text-sm">{row.customerName ?? common.forgotten}</span>
      </RowLink>
    ),
  },
  {
    id: 'age',
    header: texts.age,
    width: '150px',
    cell: (row) => <AgeBar row={row} most={mostOf(row.currency)} />,
  },
  ...buckets.map(bucket),
  {
    id: 'overdue',
    header: texts.overdue,
    width: '108px',
    align: 'right',
    cell: ({ overdue }) => <AmountOf value={overdue} className="font-medium" />,
  },
  {
    id: 'open',
    header: texts.open,
    width: '112px',
    align: 'right',
    cell: ({ open }) => <AmountOf value={open} className="text-soft" />,
  },
  {
    id: 'onAccount',
    header: texts.onAccount,
    width: '98px',
    align: 'right',
    cell: ({ onAccount }) => <AmountOf value={onAccount ?? undefined} className="text-soft" />,
  },
];
