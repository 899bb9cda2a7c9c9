'use client';

import { ErrorState } from '../../components/error-state.tsx';
import { Figure } from '../../components/figure.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { OverviewDocument } from '../../graphql/generated/documents.ts';
import { formatCount, formatMoney } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { overview as texts } from '../../texts/overview.ts';
import { DayChart } from './day-chart.tsx';
import { Ticker } from './ticker.tsx';

const days = 30;

export const OverviewPage = () => {
  const { data, failure, retry } = useLive(OverviewDocument, { days }, topics.overview);
  const figures = data?.overview;
  const series = figures?.series ?? [];
  const currency = figures?.currency ?? 'GBP';
  const money = (amount: number) => formatMoney(amount, currency);

  if (failure && !figures)
    return (
      <Page title={texts.title}>
        <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
      </Page>
    );
  return (
    <Page title={texts.title}>
      {figures?.recounting && (
        <p role="status" className="mb-3 text-xs text-faint">
          {texts.recounting}
        </p>
      )}
      <div className="grid grid-cols-5 gap-3">
        <Figure
          label={texts.revenue}
          value={figures && money(figures.revenue.amount)}
          note={figures && texts.revenueToday(money(figures.revenueToday.amount))}
          line={<Sparkline values={series.map(({ revenue }) => revenue.amount)} width={56} />}
          href="/invoices"
        />
        <Figure
          label={texts.ordersToday}
          value={figures && formatCount(figures.ordersToday)}
          note={figures && texts.ordersTotal(formatCount(figures.ordersTotal))}
          line={<Sparkline values={series.map(({ orders }) => orders)} width={72} />}
          href="/orders"
        />
        <Figure
          label={texts.toCollect}
          value={figures && money(figures.toCollect.amount)}
          note={
            figures &&
            (figures.toCollectOrders > 0
              ? texts.toCollectOrders(formatCount(figures.toCollectOrders))
              : texts.toCollectNone)
          }
          href="/orders?view=TO_COLLECT"
        />
        <Figure
          label={texts.toShip}
          value={figures && formatCount(figures.toShip)}
          note={texts.toShipHint}
          href="/orders?view=TO_SHIP"
        />
        <Figure
          label={texts.toMatch}
          value={figures && formatCount(figures.unallocatedPayments)}
          note={figures && (figures.unallocatedPayments > 0 ? texts.toMatchHint : texts.toMatchNone)}
          href="/payments"
        />
      </div>
      <div className="mt-3 grid min-[1100px]:grid-cols-[minmax(0,1fr)_360px] gap-3">
        <div className="grid gap-3">
          <Panel title={texts.revenueOverTime} side={<span className="text-xs text-faint">{texts.lastDays}</span>}>
            {figures ? (
              <DayChart
                label={texts.revenueOverTime}
                days={series.map(({ day, revenue }) => ({ day, value: revenue.amount }))}
                format={money}
                axis={(amount) => formatMoney(amount, currency, true)}
                color="var(--chart-1)"
              />
            ) : (
              <Skeleton className="h-60 w-full" />
            )}
          </Panel>
          <Panel title={texts.ordersOverTime} side={<span className="text-xs text-faint">{texts.lastDays}</span>}>
            {figures ? (
              <DayChart
                label={texts.ordersOverTime}
                days={series.map(({ day, orders }) => ({ day, value: orders }))}
                format={formatCount}
                axis={formatCount}
                color="var(--chart-2)"
              />
            ) : (
              <Skeleton className="h-60 w-full" />
            )}
          </Panel>
        </div>
        <Ticker />
      </div>
    </Page>
  );
};
