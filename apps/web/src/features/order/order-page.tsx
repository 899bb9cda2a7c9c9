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
import { cx } from '../../lib/cx.ts';
import { orderStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { useTrace } from '../../live/use-trace.ts';
import { common } from '../../texts/common.ts';
import { order as texts } from '../../texts/order.ts';
import { Addresses } from './addresses.tsx';
import { CancellationsPanel } from './cancellations-panel.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { DifferencesPanel } from './differences-panel.tsx';
import { HoldNote } from './hold-note.tsx';
import { InvoicePanel } from './invoice-panel.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderSkeleton } from './order-skeleton.tsx';
import { PaymentPanel } from './payment-panel.tsx';
import { progressOf } from './progress.ts';
import { TimeSlider } from './time-slider.tsx';
import { Timeline } from './timeline.tsx';
import { useTravel } from './use-travel.ts';

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
  const travel = useTravel(data?.order);
  const { events, from, to, past, shown: order } = travel;

  if (!data) {
    return (
      <Page title={common.loading}>
        {failure ? <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} /> : <OrderSkeleton />}
      </Page>
    );
  }
  if (!order)
    return (
      <Page title={texts.missing.title}>
        <Missing />
      </Page>
    );
  const [first, second] = from === null ? [] : [events[from], events[to]];
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
          {!past && trace && (
            <span className="ml-2 flex items-baseline gap-1">
              · {texts.changedBy} <TraceText trace={trace} />
            </span>
          )}
        </span>
      }
      // A draft of the past cannot be gone on with; other actions say so themselves.
      action={past && order.status === 'DRAFT' ? null : <OrderActions order={order} />}
    >
      <Crumb text={order.number} />
      {travel.failure && <ErrorState title={texts.failed} detail={travel.failure.message} onRetry={travel.retry} />}
      <div className={cx(past && '-m-2 rounded-lg bg-accent-soft p-2 outline-1 outline-accent')}>
        <HoldNote order={order} />
        <div className="rounded-lg border border-line bg-surface px-4 pt-5 pb-3">
          <Stepper label={texts.progress} steps={progressOf(order)} />
        </div>
        {first && second && (
          <div className="mt-3">
            <DifferencesPanel id={order.id} from={first} to={second} />
          </div>
        )}
        <div className="mt-3 grid min-[1100px]:grid-cols-[minmax(0,1fr)_360px] items-start gap-3">
          <div className="grid min-w-0 gap-3">
            <LinesPanel order={order} />
            <CancellationsPanel order={order} past={past} />
            <div className="grid grid-cols-2 gap-3">
              <PaymentPanel order={order} past={past} />
              <InvoicePanel order={order} />
            </div>
            <DeliveriesPanel order={order} />
            <Addresses order={order} />
            <NotesPanel notes={order.notes} />
          </div>
          <Timeline events={order.history} />
        </div>
      </div>
      {events.length > 1 && <TimeSlider events={events} from={from} to={to} past={past} onGo={travel.go} />}
    </Page>
  );
};
