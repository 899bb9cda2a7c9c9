import Link from 'next/link';
import { Fact, Facts } from '../../components/facts.tsx';
import { Panel } from '../../components/panel.tsx';
import { PdfLink } from '../../components/pdf-link.tsx';
import { Time } from '../../components/time.tsx';
import type { InvoiceOfPageFragment } from '../../graphql/generated/documents.ts';
import { formatDay } from '../../lib/format.ts';
import { common } from '../../texts/common.ts';
import { invoice as texts } from '../../texts/invoice.ts';

const placeOf = ({ billingAddress }: InvoiceOfPageFragment): string => {
  const { line1, line2, city, postcode, country } = billingAddress ?? {};
  return [line1, line2, [city, postcode].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
};

export const InvoiceFacts = ({ invoice }: { invoice: InvoiceOfPageFragment }) => (
  <Panel title={texts.facts} side={<PdfLink url={invoice.documentUrl} number={invoice.number} />}>
    <Facts>
      <Fact label={texts.customer}>
        {invoice.customerName ?? common.forgotten}
        <span className="block text-xs text-faint">{placeOf(invoice)}</span>
        {invoice.buyerVatId !== null && (
          <span className="ident block text-xs text-faint">{texts.vat(invoice.buyerVatId)}</span>
        )}
      </Fact>
      <Fact label={texts.order}>
        <Link href={`/orders/${invoice.orderId}`} className="ident rounded-sm text-accent-text hover:underline">
          {invoice.orderNumber}
        </Link>
      </Fact>
      <Fact label={texts.terms}>{texts.termsOf[invoice.terms]}</Fact>
      <Fact label={texts.issued}>{formatDay(invoice.issueDate)}</Fact>
      <Fact label={texts.taxPoint}>{formatDay(invoice.taxPoint)}</Fact>
      <Fact label={texts.due}>{formatDay(invoice.dueDate)}</Fact>
      <Fact label={texts.sent}>{invoice.sentAt ? <Time at={invoice.sentAt} /> : texts.notSent}</Fact>
    </Facts>
  </Panel>
);
