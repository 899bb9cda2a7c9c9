import type { Pool } from 'pg';
import { AGE_EDGES } from './ages.ts';

/** Which receivables: as of a day, of one currency or of one customer where it is named. */
export interface ReceivablesOf {
  /** A day of the business's calendar, as an ISO date. */
  readonly on: string;
  readonly currency: string | null;
  readonly customerId: string | null;
}

/** Minor units by age, in the order of `AGES`, and how many invoices. */
interface Aged {
  readonly currency: string;
  readonly ages: readonly { readonly open: number; readonly invoices: number }[];
  readonly invoices: number;
}
export interface AgedTotals extends Aged {
  readonly customers: number;
}
export interface AgedCustomer extends Aged {
  readonly customerId: string;
  /** As the latest of the invoices says it; null where the person is forgotten. */
  readonly customerName: string | null;
  readonly oldestDueDate: string;
  readonly overdue: number;
  readonly open: number;
}
export interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly issueDate: string;
  readonly dueDate: string;
  /** Below zero before the due date. */
  readonly daysPastDue: number;
  /** Of `AGES`. */
  readonly age: number;
  readonly total: number;
  readonly open: number;
}
/** Where a page of customers ended: the next one goes on after it. */
export type Place = Pick<AgedCustomer, 'currency' | 'overdue' | 'open' | 'customerId'>;

/** What was open at the end of the day $1: issued by then, and not settled or settled later. $2: the first days of ages. */
const OPEN = `
  with open as materialized (
    select id, number, customer_id, customer_name, currency, issue_date, due_date, total, then_open as open,
           $1::date - due_date as days, width_bucket($1::date - due_date, $2::int[]) as age
      from reporting.receivables,
           lateral (select total - coalesce(sum((move ->> 'amount')::bigint), 0)::bigint as then_open
                      from jsonb_array_elements(moves) as move where (move ->> 'day')::date <= $1::date) as moved
     where issue_date <= $1::date and (settled_on is null or settled_on > $1::date)
       and ($3::text is null or currency = $3) and ($4::text is null or customer_id = $4)
       and then_open <> 0
  )`;
const values = ({ on, currency, customerId }: ReceivablesOf): unknown[] => [on, AGE_EDGES, currency, customerId];

const ALL_AGES = [0, ...AGE_EDGES].map((_, age) => age);
const BY_AGE = ALL_AGES.map(
  (age) => `coalesce(sum(open) filter (where age = ${age}), 0)::bigint as "open${age}",
            (count(*) filter (where age = ${age}))::int as "invoices${age}"`,
).join(',\n');

type ByAge = Readonly<Record<`open${number}` | `invoices${number}`, number>>;
const agesOf = (row: ByAge) =>
  ALL_AGES.map((age) => ({ open: row[`open${age}`] ?? 0, invoices: row[`invoices${age}`] ?? 0 }));

/** One per currency in which anything is open, by its code. */
export const findTotals = async (pool: Pool, of: ReceivablesOf): Promise<AgedTotals[]> => {
  const { rows } = await pool.query<Omit<AgedTotals, 'ages'> & ByAge>(
    `${OPEN}
     select currency, count(*)::int as invoices, count(distinct customer_id)::int as customers, ${BY_AGE}
       from open group by currency order by currency`,
    values(of),
  );
  return rows.map((row) => ({ ...row, ages: agesOf(row) }));
};

/** Currency by currency, whoever has most overdue first. */
export const findCustomers = async (
  pool: Pool,
  of: ReceivablesOf,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<AgedCustomer[]> => {
  const { rows } = await pool.query<Omit<AgedCustomer, 'ages'> & ByAge>(
    `${OPEN},
     customers as (
       select currency, customer_id as "customerId", min(due_date)::text as "oldestDueDate",
              (array_agg(customer_name order by issue_date desc, number desc))[1] as "customerName",
              coalesce(sum(open) filter (where age > 0), 0)::bigint as overdue, sum(open)::bigint as open,
              count(*)::int as invoices, ${BY_AGE}
         from open group by currency, customer_id
     )
     select * from customers
      where $5::text is null or (currency, -overdue, -open, "customerId") > ($5, -($6::bigint), -($7::bigint), $8::text)
      order by currency, overdue desc, open desc, "customerId" limit $9`,
    [
      ...values(of),
      ...(after ? [after.currency, after.overdue, after.open, after.customerId] : [null, 0, 0, '']),
      limit,
    ],
  );
  return rows.map((row) => ({ ...row, ages: agesOf(row) }));
};

/** Of one customer in one currency, what is due first first. */
export const findInvoices = async (pool: Pool, of: ReceivablesOf, limit: number): Promise<OpenInvoice[]> => {
  const { rows } = await pool.query<OpenInvoice>(
    `${OPEN}
     select id, number, currency, issue_date::text as "issueDate", due_date::text as "dueDate", days as "daysPastDue",
            age, total, open
       from open order by due_date, number limit $5`,
    [...values(of), limit],
  );
  return rows;
};
