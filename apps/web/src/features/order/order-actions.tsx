'use client';

import { HandCoins, PencilLine, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Hint } from '../../components/hint.tsx';
import { order as texts } from '../../texts/order.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { HoldButton } from './hold-button.tsx';
import { OrderMenu } from './order-menu.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import type { OrderOfPage } from './progress.ts';

/** What can be done with the order now. What cannot stays visible and says why. */
export const OrderActions = ({ order }: { order: OrderOfPage }) => {
  const [asking, setAsking] = useState<'cancel' | 'pay' | null>(null);
  const action = (name: string) => order.availableActions.find((one) => one.name === name);
  const cancel = action('cancelOrder');
  const pay = action('recordIncomingPayment');
  const owes = order.paymentStatus !== 'PAID' && order.status !== 'CANCELLED' && order.status !== 'EXPIRED';

  if (order.status === 'DRAFT')
    return (
      <ButtonLink look="primary">
        <Link href={`/orders/new?draft=${order.id}`}>
          <PencilLine size={16} aria-hidden />
          {texts.continueDraft}
        </Link>
      </ButtonLink>
    );
  const cancelButton = cancel && (
    <Button
      icon={Undo2}
      aria-disabled={!cancel.allowed}
      className={cancel.allowed ? '' : 'opacity-50'}
      onClick={() => cancel.allowed && setAsking('cancel')}
    >
      {texts.cancel}
    </Button>
  );
  const payButton = (
    <Button
      look={owes ? 'primary' : 'plain'}
      icon={HandCoins}
      aria-disabled={pay?.allowed === false}
      className={pay?.allowed === false ? 'opacity-50' : ''}
      onClick={() => pay?.allowed !== false && setAsking('pay')}
    >
      {texts.takePayment}
    </Button>
  );
  return (
    <>
      <HoldButton order={order} />
      {cancelButton &&
        (cancel.allowed || !cancel.reason ? cancelButton : <Hint text={cancel.reason}>{cancelButton}</Hint>)}
      <OrderMenu order={order} />
      {pay?.allowed === false && pay.reason ? <Hint text={pay.reason}>{payButton}</Hint> : payButton}
      {asking === 'cancel' && <CancelDialog order={order} onOpenChange={(open) => setAsking(open ? 'cancel' : null)} />}
      {asking === 'pay' && <PaymentDialog order={order} open onOpenChange={(open) => setAsking(open ? 'pay' : null)} />}
    </>
  );
};
