'use client';

import { FileQuestion, PackagePlus, Scale } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Fact, Facts } from '../../components/facts.tsx';
import { Pill } from '../../components/pill.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SideSection } from '../../components/side-section.tsx';
import { SideSkeleton } from '../../components/side-skeleton.tsx';
import { StockItemOfPanelDocument, type StockItemOfPanelQuery } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { stockStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { stock as texts } from '../../texts/stock.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import { MovementList } from './movement-list.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { ReservationList } from './reservation-list.tsx';
import { StockBar } from './stock-bar.tsx';

type Item = NonNullable<StockItemOfPanelQuery['stockItem']>;

const Advice = ({ item }: { item: Item }) => {
  const text = item.counted ? item.missing > 0 && texts.missingText(formatCount(item.missing)) : texts.uncountedText;
  return text ? <p className="mt-3 rounded-md bg-amber-soft px-3 py-2 text-amber">{text}</p> : null;
};

const Figures = ({ item }: { item: Item }) => (
  <div className="px-4 py-3.5">
    <p className="mb-2.5 text-soft">{item.product?.description ?? texts.unknownProduct}</p>
    <StockBar item={item} />
    <div className="mt-3">
      <Facts>
        <Fact label={texts.status}>
          <Pill {...stockStates[item.status]} />
        </Fact>
        {(['onHand', 'reserved', 'available', 'backordered'] as const).map((name) => (
          <Fact key={name} label={texts[name]}>
            <span className="tabular">{formatCount(item[name])}</span>
          </Fact>
        ))}
      </Facts>
    </div>
    <Advice item={item} />
  </div>
);

/** One stock item: its figures, who it is promised to, and what happened to it. */
export const StockPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { data, failure, retry } = useLive(StockItemOfPanelDocument, { id }, topics.stock);
  const [form, setForm] = useState<'receive' | 'adjust' | null>(null);
  const item = data?.stockItem;
  const content = () => {
    if (failure && !data) return <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />;
    if (!data) return <SideSkeleton />;
    if (!item) return <EmptyState icon={FileQuestion} {...texts.gone} />;
    const can = (name: string) => item.availableActions.some((action) => action.name === name && action.allowed);
    return (
      <>
        <Figures item={item} />
        <div className="flex gap-2 px-4 pb-3.5">
          <Button size="sm" icon={PackagePlus} disabled={!can('receiveStock')} onClick={() => setForm('receive')}>
            {texts.receive}
          </Button>
          <Button size="sm" icon={Scale} disabled={!can('adjustStock')} onClick={() => setForm('adjust')}>
            {texts.adjust}
          </Button>
        </div>
        <SideSection title={texts.reservations}>
          <ReservationList stockId={item.id} reservations={item.reservations} />
        </SideSection>
        <SideSection
          title={texts.movements}
          side={
            <Link
              href={`/system/events?stream=${encodeURIComponent(`stockItem-${item.id}`)}`}
              className="rounded-sm text-xs text-accent-text hover:underline"
            >
              {texts.events}
            </Link>
          }
        >
          <MovementList movements={item.movements} />
        </SideSection>
        {form === 'receive' && (
          <ReceiveDialog sku={item.sku} warehouse={item.warehouse} onClose={() => setForm(null)} />
        )}
        {form === 'adjust' && <AdjustDialog item={item} onClose={() => setForm(null)} />}
      </>
    );
  };
  return (
    <SidePanel label={id} title={<span className="ident">{id}</span>} closeLabel={texts.close} onClose={onClose}>
      {content()}
    </SidePanel>
  );
};
