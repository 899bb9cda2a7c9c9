'use client';

import Link from 'next/link';
import { ErrorState } from '../../components/error-state.tsx';
import { Fact, Facts } from '../../components/facts.tsx';
import { Money } from '../../components/money.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SideSection } from '../../components/side-section.tsx';
import { OpenInvoicesDocument, type OpenInvoicesQuery } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatCount, formatDay, formatMoney } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { common } from '../../texts/common.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { AgeMark } from './age-mark.tsx';

type Customer = OpenInvoicesQuery['receivables']['customers']['nodes'][number];
type OpenInvoice = Customer['invoices'][number];

const lateness = ({ daysPastDue }: OpenInvoice): string => {
  if (daysPastDue > 0) return texts.late(formatCount(daysPastDue));
  return daysPastDue === 0 ? texts.dueToday : texts.dueIn(formatCount(-daysPastDue));
};

const InvoiceLine = ({ invoice }: { invoice: OpenInvoice }) => {
  const { id, number, dueDate, open, total, daysPastDue } = invoice;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <Link href={`/invoices/${id}`} className="ident w-fit rounded-sm font-medium hover:text-accent-text">
        {number}
      </Link>
      <Money value={open} className="text-right font-medium" />
      <span className="truncate text-xs text-faint">
        {texts.due(formatDay(dueDate))} · <span className={cx(daysPastDue > 0 && 'text-red')}>{lateness(invoice)}</span>
      </span>
      <span className="tabular text-right text-xs text-faint">
        {open.amount !== total.amount && texts.ofTotal(formatMoney(total.amount, total.currency))}
      </span>
    </li>
  );
};

const Figures = ({ customer }: { customer: Customer }) => (
  <div className="px-4 py-3">
    <Facts>
      <Fact label={texts.open}>
        <Money value={customer.open} className="font-medium" />
      </Fact>
      <Fact label={texts.overdue}>
        <Money
          value={customer.overdue}
          className={cx('font-medium', Number(customer.overdue.amount) > 0 && 'text-red')}
        />
      </Fact>
      {customer.onAccount && Number(customer.onAccount.amount) > 0 && (
        <Fact label={texts.onAccount}>
          <Money value={customer.onAccount} className="font-medium" />{' '}
          <span className="text-xs text-faint">{texts.onAccountHint}</span>
        </Fact>
      )}
      <Fact label={texts.oldest}>{formatDay(customer.oldestDueDate)}</Fact>
      {customer.amounts
        .filter(({ invoices }) => invoices > 0)
        .map(({ bucket, open, invoices }) => (
          <Fact key={bucket} label={<AgeMark bucket={bucket} />}>
            <Money value={open} /> <span className="text-xs text-faint">{texts.invoicesOf(formatCount(invoices))}</span>
          </Fact>
        ))}
    </Facts>
  </div>
);

/** What one customer owes in one currency, invoice by invoice. */
export const CustomerPanel = ({
  customerId,
  currency,
  on,
  onClose,
}: {
  customerId: string;
  currency: string;
  on: string | null;
  onClose: () => void;
}) => {
  const { data, failure, retry } = useLive(OpenInvoicesDocument, { on, currency, customerId }, topics.receivables);
  const [customer] = data?.receivables.customers.nodes ?? [];
  const title = customer ? (customer.customerName ?? common.forgotten) : texts.details;
  return (
    <SidePanel title={title} label={texts.details} closeLabel={texts.closePanel} onClose={onClose}>
      {failure && !data && <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />}
      {data && !customer && <p className="px-4 py-3 text-faint">{texts.settled}</p>}
      {customer && (
        <>
          <Figures customer={customer} />
          <SideSection title={texts.invoices}>
            <ol className="flex flex-col gap-2.5">
              {customer.invoices.map((invoice) => (
                <InvoiceLine key={invoice.id} invoice={invoice} />
              ))}
            </ol>
            {customer.invoices.length < customer.invoiceCount && (
              <p className="mt-3 text-xs text-faint">
                {texts.most(formatCount(customer.invoices.length), formatCount(customer.invoiceCount))}
              </p>
            )}
          </SideSection>
        </>
      )}
    </SidePanel>
  );
};
