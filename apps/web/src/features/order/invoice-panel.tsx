import Link from 'next/link';
import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { PdfLink } from '../../components/pdf-link.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { invoiceStates } from '../../lib/states.ts';
import { order as texts } from '../../texts/order.ts';
import { GoodwillButton } from './goodwill-button.tsx';
import type { OrderOfPage } from './progress.ts';
import { settledBy } from './settled-by.ts';

export const InvoicePanel = ({ order }: { order: OrderOfPage }) => {
  const [first] = order.invoices;
  return (
    <Panel title={texts.invoice} side={first && <Pill {...invoiceStates[first.status]} />}>
      {order.invoices.length === 0 && <p className="text-faint">{texts.noInvoice[settledBy(order.terms)]}</p>}
      <ul className="grid gap-2">
        {order.invoices.map((invoice) => (
          <li key={invoice.id} className="flex items-center justify-between gap-3">
            <span className="mr-auto min-w-0">
              <Link
                href={`/invoices/${invoice.id}`}
                className="ident block rounded-sm font-medium hover:text-accent-text"
              >
                {invoice.number}
              </Link>
              <span className="text-xs text-faint">
                <Time at={invoice.issuedAt} /> · <Money value={invoice.total} />
              </span>
            </span>
            <GoodwillButton invoice={invoice} />
            <PdfLink url={invoice.documentUrl} number={invoice.number} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
