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
import { Skeleton } from '../../components/skeleton.tsx';
import { TraceText } from '../../components/trace-text.tsx';
import { DeliveryPageDocument } from '../../graphql/generated/documents.ts';
import { deliveryStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { useTrace } from '../../live/use-trace.ts';
import { common } from '../../texts/common.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { DeliveryActions } from '../deliveries/delivery-actions.tsx';
import { Timeline } from '../order/timeline.tsx';
import { DeliveryFacts } from './delivery-facts.tsx';
import { MoreActions } from './more-actions.tsx';
import { PickList } from './pick-list.tsx';
import { ReturnsPanel } from './returns-panel.tsx';
import { ScansPanel } from './scans-panel.tsx';

const Missing = () => (
  <div className="rounded-lg border border-line bg-surface">
    <EmptyState
      icon={FileQuestion}
      title={texts.missing.title}
      text={texts.missing.text}
      action={
        <ButtonLink>
          <Link href="/deliveries">{texts.missing.action}</Link>
        </ButtonLink>
      }
    />
  </div>
);

const Loading = () => (
  <div className="grid gap-3" aria-busy="true">
    {[0, 1, 2].map((index) => (
      <Skeleton key={index} className="h-36 rounded-lg" />
    ))}
  </div>
);

/** One delivery: what is in it, where it is, what comes back, and everything that can be done with it. */
export const DeliveryPage = () => {
  const { id } = useParams<{ id: string }>();
  // Not by its row alone: what its order's plan says (held, cleared) decides what can be done with it.
  const { data, failure, retry } = useLive(DeliveryPageDocument, { id }, topics.deliveries);
  const trace = useTrace(id);
  if (!data)
    return (
      <Page title={common.loading}>
        {failure ? <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} /> : <Loading />}
      </Page>
    );
  const { delivery } = data;
  if (!delivery)
    return (
      <Page title={texts.missing.title}>
        <Missing />
      </Page>
    );
  return (
    <Page
      title={
        <span className="flex items-center gap-3">
          <span className="tabular">{delivery.number}</span>
          <Pill {...deliveryStates[delivery.status]} size="md" />
        </span>
      }
      about={
        <span className="flex items-baseline gap-1.5">
          <span className="text-text">{delivery.customerName ?? common.forgotten}</span>· {texts.ofOrder}
          <Link href={`/orders/${delivery.orderId}`} className="rounded-sm text-accent-text hover:underline">
            {delivery.orderNumber}
          </Link>
          {trace && <TraceText trace={trace} />}
        </span>
      }
      action={
        <>
          <MoreActions delivery={delivery} />
          <DeliveryActions delivery={delivery} />
        </>
      }
    >
      <Crumb text={delivery.number} />
      <div className="grid items-start gap-3 min-[1100px]:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 gap-3">
          <PickList key={delivery.status} delivery={delivery} />
          <DeliveryFacts delivery={delivery} />
          <ScansPanel scans={delivery.scans} />
          <ReturnsPanel delivery={delivery} />
        </div>
        <Timeline events={delivery.history} />
      </div>
    </Page>
  );
};
