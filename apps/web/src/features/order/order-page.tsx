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
import { Stepper } from '../../components/stepper.tsx';
import { Time } from '../../components/time.tsx';
import { TraceText } from '../../components/trace-text.tsx';
import { OrderPageDocument } from '../../graphql/generated/documents.ts';
import { orderStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { useTrace } from '../../live/use-trace.ts';
import { common } from '../../texts/common.ts';
import { order as texts } from '../../texts/order.ts';
import { Addresses } from './addresses.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { InvoicePanel } from './invoice-panel.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderSkeleton } from './order-skeleton.tsx';
import { PaymentPanel } from './payment-panel.tsx';
import { progressOf } from './progress.ts';
import { Timeline } from './timeline.tsx';

const Missing = () => (
  <div className="rounded-lg border border-line bg-surface">
    <EmptyState
      icon={FileQuestion}
      title={texts.missing.title}
      text={texts.missing.text}
      action={
        <ButtonLink>
          <Link href="/orders">{texts.missing.action}</Link>
        </ButtonLink>
      }
    />
  </div>
);

/** Everything about one order, on one page, as it happens. */
export const OrderPage = () => {
  const { id } = useParams<{ id: string }>();
  const { data, failure, retry } = useLive(OrderPageDocument, { id }, topics.order, id);
  const trace = useTrace(id);

  if (!data) {
    return (
      <Page title={common.loading}>
        {failure ? <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} /> : <OrderSkeleton />}
      </Page>
    );
  }
  const { order } = data;
  if (!order)
    return (
      <Page title={texts.missing.title}>
        <Missing />
      </Page>
    );
  return (
    <Page
      title={
        <span className="flex items-center gap-3">
          <span className="tabular">{order.number}</span>
          <Pill {...orderStates[order.status]} size="md" />
        </span>
      }
      about={
        <span className="flex items-baseline gap-1.5">
          <span className="text-text">{order.customerName ?? common.forgotten}</span>
          {order.placedAt && (
            <>
              <span>· {texts.placedAt}</span> <Time at={order.placedAt} />
            </>
          )}
          {trace && (
            <span className="ml-2 flex items-baseline gap-1">
              · {texts.changedBy} <TraceText trace={trace} />
            </span>
          )}
        </span>
      }
      action={<OrderActions order={order} />}
    >
      <Crumb text={order.number} />
      <div className="rounded-lg border border-line bg-surface px-4 pt-5 pb-3">
        <Stepper label={texts.progress} steps={progressOf(order)} />
      </div>
      <div className="mt-3 grid min-[1100px]:grid-cols-[minmax(0,1fr)_360px] items-start gap-3">
        <div className="grid min-w-0 gap-3">
          <LinesPanel order={order} />
          <div className="grid grid-cols-2 gap-3">
            <PaymentPanel order={order} />
            <InvoicePanel order={order} />
          </div>
          <DeliveriesPanel deliveries={order.deliveries} />
          <Addresses order={order} />
        </div>
        <Timeline events={order.history} />
      </div>
    </Page>
  );
};
