'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { order as texts } from '../../texts/order.ts';
import { GoodwillDialog } from './goodwill-dialog.tsx';
import type { OrderOfPage } from './progress.ts';

/** Nothing where no more can be credited. */
export const GoodwillButton = ({ invoice }: { invoice: OrderOfPage['invoices'][number] }) => {
  const [asking, setAsking] = useState(false);
  if (!invoice.availableActions.some(({ name, allowed }) => name === 'issueCreditNote' && allowed)) return null;
  return (
    <>
      <Button look="quiet" size="sm" aria-label={texts.goodwill.of(invoice.number)} onClick={() => setAsking(true)}>
        {texts.goodwill.verb}
      </Button>
      {asking && <GoodwillDialog invoice={invoice} onOpenChange={setAsking} />}
    </>
  );
};
