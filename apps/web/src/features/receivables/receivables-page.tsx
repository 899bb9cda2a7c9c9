'use client';

import { Hourglass } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ReceivablesTotalsDocument, type ReceivablesTotalsQuery } from '../../graphql/generated/documents.ts';
import { formatDay } from '../../lib/format.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { AgesPanel } from './ages-panel.tsx';
import { CustomerList } from './customer-list.tsx';
import { DayChoice } from './day-choice.tsx';

type Totals = ReceivablesTotalsQuery['receivables']['totals'];
const ALL = 'ALL';

const Nothing = ({ then }: { then: boolean }) => (
  <div className="rounded-lg border border-line bg-surface">
    <EmptyState
      icon={Hourglass}
      {...(then ? texts.emptyThen : texts.empty)}
      action={
        <ButtonLink>
          <Link href="/invoices">{texts.toInvoices}</Link>
        </ButtonLink>
      }
    />
  </div>
);

const Owed = ({ totals, currency, on }: { totals: Totals; currency: string | null; on: string | null }) => (
  <>
    <div className="mb-3 grid gap-3">
      {totals
        .filter((one) => currency === null || one.currency === currency)
        .map((one) => (
          <AgesPanel key={one.currency} totals={one} />
        ))}
    </div>
    <CustomerList on={on} currency={currency} />
  </>
);

/** What customers owe by how late it is: in each currency, by customer, by invoice. */
export const ReceivablesPage = () => {
  const [get, set] = useUrlState();
  const chosen = get('on');
  const on = chosen || null;
  const { data, failure, retry } = useLive(ReceivablesTotalsDocument, { on }, topics.receivables);
  const { totals, today = '' } = data?.receivables ?? {};
  const currency = totals?.find((one) => one.currency === get('currency'))?.currency ?? null;
  // Whoever looks at somebody who has just paid the last of it goes on looking.
  const isOwed = (totals?.length ?? 0) > 0 || get('customer') !== '';
  return (
    <Page
      title={texts.title}
      filters={
        <>
          <DayChoice chosen={chosen} today={today} onChoose={(next) => set({ on: next })} />
          {totals && totals.length > 1 && (
            <FilterChips
              label={texts.currencies}
              chips={[
                { key: ALL, label: texts.all },
                ...totals.map((one) => ({ key: one.currency, label: one.currency, count: one.customers })),
              ]}
              chosen={currency ?? ALL}
              onChoose={(next) => set({ currency: next === ALL ? '' : next, customer: '' })}
            />
          )}
          {chosen && today && (
            <p className="text-faint">{(chosen < today ? texts.past : texts.ahead)(formatDay(chosen))}</p>
          )}
        </>
      }
    >
      {failure && !data && <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />}
      {!failure && !totals && <Skeleton className="h-40 w-full" />}
      {totals && !isOwed && <Nothing then={chosen !== '' && chosen < today} />}
      {totals && isOwed && <Owed totals={totals} currency={currency} on={on} />}
    </Page>
  );
};
