'use client';

import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Pill } from '../../components/pill.tsx';
import { Crumb } from '../../components/shell/crumb.tsx';
import { SideSkeleton } from '../../components/side-skeleton.tsx';
import { InvoicePageDocument } from '../../graphql/generated/documents.ts';
import { invoiceStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { common } from '../../texts/common.ts';
import { invoice as texts } from '../../texts/invoice.ts';
import { Timeline } from '../order/timeline.tsx';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { InvoiceFigures } from './invoice-figures.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { InvoiceStory } from './invoice-story.tsx';

const Missing = () => (
  <div className="rounded-lg border border-line bg-surface">
    <EmptyState
      icon={FileQuestion}
      title={texts.missing.title}
      text={texts.missing.text}
      action={
        <ButtonLink>
          <Link href="/invoices">{texts.missing.action}</Link>
        </ButtonLink>
      }
    />
  </div>
);

/** What an invoice says, and beside it what became of it. */
export const InvoicePage = () => {
  const { id } = useParams<{ id: string }>();
  const { data, failure, retry } = useLive(InvoicePageDocument, { id }, topics.invoices);
  const invoice = data?.invoice;
  if (!data)
    return (
      <Page title={common.loading}>
        {failure ? <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} /> : <SideSkeleton />}
      </Page>
    );
  if (!invoice)
    return (
      <Page title={texts.missing.title}>
        <Missing />
      </Page>
    );
  return (
    <Page
      title={
        <span className="flex items-center gap-3">
          <span className="tabular">{invoice.number}</span>
          <Pill {...invoiceStates[invoice.status]} size="md" />
        </span>
      }
      about={<span className="text-text">{invoice.customerName ?? common.forgotten}</span>}
      action={<InvoiceActions invoice={invoice} />}
    >
      <Crumb text={invoice.number} />
      <div className="grid min-[1100px]:grid-cols-[minmax(0,1fr)_360px] items-start gap-3">
        <div className="grid min-w-0 gap-3">
          <div className="grid grid-cols-2 gap-3">
            <InvoiceFacts invoice={invoice} />
            <InvoiceFigures invoice={invoice} />
          </div>
          <InvoiceLines invoice={invoice} />
          <InvoiceStory invoice={invoice} />
        </div>
        <Timeline events={invoice.history} />
      </div>
    </Page>
  );
};
