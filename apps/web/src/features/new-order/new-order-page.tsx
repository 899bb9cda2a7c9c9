'use client';

import { UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Crumb } from '../../components/shell/crumb.tsx';
import { common } from '../../texts/common.ts';
import { newOrder as texts } from '../../texts/new-order.ts';
import { order as orderTexts } from '../../texts/order.ts';
import { RegisterCustomerDialog } from '../customers/register-customer-dialog.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { DraftLines } from './draft-lines.tsx';
import { DraftPrices } from './draft-prices.tsx';
import { DraftSummary } from './draft-summary.tsx';
import { ProductSearch } from './product-search.tsx';
import { useDraft } from './use-draft.ts';

/** An order made by hand: customer, products, place. All of it by keyboard. */
export const NewOrderPage = () => {
  const { id, draft, failure, retry, working, placing, prices, setPrices, start, place, lines, agreed } = useDraft();
  const [registering, setRegistering] = useState(false);
  const products = useRef<HTMLInputElement>(null);
  const draftId = draft?.id;
  useEffect(() => {
    if (draftId) products.current?.focus();
  }, [draftId]);
  const placeNow = useRef(place);
  placeNow.current = place;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void placeNow.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  if (id && failure && !draft)
    return (
      <Page title={texts.title}>
        <ErrorState title={orderTexts.failed} detail={failure.message} onRetry={retry} />
      </Page>
    );
  if (draft && draft.status !== 'DRAFT')
    return (
      <Page title={texts.alreadyPlaced.title} about={texts.alreadyPlaced.text}>
        <ButtonLink look="primary">
          <Link href={`/orders/${draft.id}`}>{texts.alreadyPlaced.action}</Link>
        </ButtonLink>
      </Page>
    );
  return (
    <Page
      title={texts.title}
      about={draft ? texts.saved(draft.number) : texts.about}
      action={
        !draft && (
          <Button icon={UserPlus} onClick={() => setRegistering(true)}>
            {texts.customerNew}
          </Button>
        )
      }
    >
      <Crumb text={draft?.number ?? texts.title} />
      <div className="grid min-[1000px]:grid-cols-[minmax(0,1fr)_320px] items-start gap-3">
        <div className="grid gap-3">
          <section className="grid grid-cols-2 gap-4 rounded-lg border border-line bg-surface p-4">
            <DraftPrices chosen={prices} isFixed={working || Boolean(id)} onChoose={setPrices} />
            {draft ? (
              <div>
                <h2 className="mb-1 text-xs font-medium text-soft">{texts.customer}</h2>
                <p className="flex h-9 items-center font-medium">{draft.customerName ?? common.forgotten}</p>
              </div>
            ) : (
              <CustomerSearch disabled={working || Boolean(id)} onChoose={start} />
            )}
            <ProductSearch inputRef={products} disabled={!draft} prices={prices} onChoose={lines.add} />
          </section>
          <DraftLines lines={draft?.lines ?? []} prices={prices} onChange={lines.change} onRemove={lines.remove} />
        </div>
        <DraftSummary
          draft={draft}
          prices={prices}
          working={working}
          placing={placing}
          agreed={agreed}
          onPlace={place}
        />
      </div>
      <RegisterCustomerDialog open={registering} onOpenChange={setRegistering} onRegistered={start} />
    </Page>
  );
};
