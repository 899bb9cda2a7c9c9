import { Button } from '../../components/button.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { Spinner } from '../../components/spinner.tsx';
import type { DraftPartsFragment, PriceBasis } from '../../graphql/generated/documents.ts';
import { newOrder as texts } from '../../texts/new-order.ts';
import { vat } from '../../texts/tax.ts';
import { addressLines } from '../order/addresses.tsx';
import { DraftDiscounts } from './draft-discounts.tsx';
import { DraftTerms } from './draft-terms.tsx';
import type { useDraft } from './use-draft.ts';

const nothing = { amount: 0, currency: 'GBP' };

/** What it adds up to so far, and the one step that makes it an order. */
export const DraftSummary = ({
  draft,
  prices,
  working,
  placing,
  agreed,
  onPlace,
}: {
  draft: DraftPartsFragment | null;
  prices: PriceBasis;
  working: boolean;
  placing: boolean;
  agreed: ReturnType<typeof useDraft>['agreed'];
  onPlace: () => void;
}) => (
  <Panel
    title={texts.summary}
    className="sticky top-16"
    side={
      working && (
        <span role="status" className="inline-flex items-center gap-1.5 text-xs text-faint">
          <Spinner size={12} />
          {texts.saving}
        </span>
      )
    }
  >
    <dl className="grid grid-cols-[1fr_auto] gap-y-1.5">
      <dt className="text-soft">{texts.net}</dt>
      <dd className="text-right">
        <Money value={draft?.net ?? nothing} />
      </dd>
      <dt className="text-soft">{texts.tax}</dt>
      <dd className="text-right">
        <Money value={draft?.tax ?? nothing} />
      </dd>
      <dt className="mt-1 border-t border-line pt-2.5 text-lg font-semibold">
        {prices === 'GROSS' ? vat.total : texts.total}
      </dt>
      <dd className="mt-1 border-t border-line pt-2.5 text-right text-lg font-semibold">
        <Money value={draft?.total ?? nothing} />
      </dd>
    </dl>
    {draft?.deliveryAddress && (
      <div className="mt-4">
        <h3 className="mb-1 text-xs font-medium text-faint">{texts.shipTo}</h3>
        <address className="text-soft not-italic">
          {addressLines(draft.deliveryAddress).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
      </div>
    )}
    {draft && (
      <>
        <DraftTerms
          draft={draft}
          shortage={agreed.shortage}
          onTerms={agreed.setTerms}
          onShortage={agreed.setShortage}
        />
        <DraftDiscounts draft={draft} onGive={agreed.discount} />
      </>
    )}
    <Button
      look="primary"
      className="mt-4 w-full"
      disabled={!draft || draft.lines.length === 0}
      busy={placing}
      onClick={onPlace}
    >
      {texts.place}
    </Button>
    <p className="mt-2 flex justify-center gap-1 text-xs text-faint" aria-hidden>
      <Kbd>Ctrl</Kbd>
      <Kbd>Enter</Kbd>
    </p>
  </Panel>
);
