'use client';

import { CalendarClock, MessageSquarePlus, Percent, Scissors, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { ActionsMenu, type MenuAction } from '../../components/actions-menu.tsx';
import { order as texts } from '../../texts/order.ts';
import { CancelLinesDialog } from './cancel-lines-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import type { OrderOfPage } from './progress.ts';
import { RefundDialog } from './refund-dialog.tsx';

type Asking = 'cancelOrderLines' | 'addOrderNote' | 'refundPayment';

/** What is done with an order now and then. Terms and discounts are a draft's: here the menu says so. */
export const OrderMenu = ({ order }: { order: OrderOfPage }) => {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { menu } = texts;
  const entry = (name: keyof typeof menu.actions, icon: MenuAction['icon'], onChoose: () => void): MenuAction[] => {
    const found = order.availableActions.find((one) => one.name === name);
    if (!found) return [];
    return [{ name, label: menu.actions[name], icon, why: found.allowed ? null : (found.reason ?? ''), onChoose }];
  };
  const close = (open: boolean) => !open && setAsking(null);
  const nothing = () => {};
  return (
    <>
      <ActionsMenu
        label={menu.label}
        actions={[
          ...entry('cancelOrderLines', Scissors, () => setAsking('cancelOrderLines')),
          ...entry('refundPayment', Undo2, () => setAsking('refundPayment')),
          ...entry('addOrderNote', MessageSquarePlus, () => setAsking('addOrderNote')),
          ...entry('setPaymentTerms', CalendarClock, nothing),
          ...entry('applyDiscount', Percent, nothing),
        ]}
      />
      {asking === 'cancelOrderLines' && <CancelLinesDialog order={order} onOpenChange={close} />}
      {asking === 'refundPayment' && order.payment && (
        <RefundDialog order={order} payment={order.payment} onOpenChange={close} />
      )}
      {asking === 'addOrderNote' && <NoteDialog order={order} onOpenChange={close} />}
    </>
  );
};
