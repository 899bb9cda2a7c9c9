import { Pause } from 'lucide-react';
import { Time } from '../../components/time.tsx';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

/** Why the order is held back, and by whom. */
export const HoldNote = ({ hold }: { hold: OrderOfPage['hold'] }) =>
  hold && (
    <p className="mb-3 flex items-center gap-2.5 rounded-lg bg-amber-soft px-4 py-2.5 text-amber">
      <Pause size={16} aria-hidden className="shrink-0" />
      <span className="min-w-0">
        <span className="font-medium">{texts.hold.note}</span> {hold.reason} · {hold.by} · <Time at={hold.since} />
      </span>
    </p>
  );
