'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { FailPaymentDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

const words = texts.bounce;
type Payment = NonNullable<OrderOfPage['payment']>['payments'][number];

/** The bank took a payment back. Nothing where that cannot be any more. */
export const BounceButton = ({ order, payment }: { order: OrderOfPage; payment: Payment }) => {
  const [asking, setAsking] = useState(false);
  const say = useSay();
  const { run } = useCommand(FailPaymentDocument);
  if (!payment.availableActions.some(({ name, allowed }) => name === 'failPayment' && allowed)) return null;
  const record = async (reason: string): Promise<boolean> => {
    const outcome = await run({ paymentId: payment.id, orderId: order.id, reason });
    return (await say(outcome, { done: words.done, refused: words.refused })) !== null;
  };
  return (
    <>
      <Button look="quiet" size="sm" aria-label={words.of(payment.reference)} onClick={() => setAsking(true)}>
        {words.verb}
      </Button>
      {asking && <ReasonDialog texts={words} onOpenChange={setAsking} onReason={record} />}
    </>
  );
};
