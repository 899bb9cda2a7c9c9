import { FilterChips } from '../../components/filter-chips.tsx';
import type { PriceBasis } from '../../graphql/generated/documents.ts';
import { newOrder as texts } from '../../texts/new-order.ts';

const BASES: readonly PriceBasis[] = ['NET', 'GROSS'];

/** Whether prices are without VAT or with it: chosen before the order begins, as its prices are captured from then on. */
export const DraftPrices = ({
  chosen,
  isFixed,
  onChoose,
}: {
  chosen: PriceBasis;
  isFixed: boolean;
  onChoose: (prices: PriceBasis) => void;
}) => (
  <div className="col-span-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
    <h2 className="text-xs font-medium text-soft">{texts.prices.label}</h2>
    {isFixed ? (
      <p className="font-medium">{texts.prices.of[chosen]}</p>
    ) : (
      <>
        <FilterChips
          label={texts.prices.label}
          chips={BASES.map((key) => ({ key, label: texts.prices.of[key] }))}
          chosen={chosen}
          onChoose={onChoose}
        />
        <p className="text-xs text-faint">{texts.prices.hint[chosen]}</p>
      </>
    )}
  </div>
);
