'use client';

import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import {
  KeepPaymentAsCreditDocument,
  MatchPaymentDocument,
  RefundUnallocatedPaymentDocument,
  type UnallocatedPaymentsQuery,
} from '../../graphql/generated/documents.ts';
import { formatMoney, parseMoney, plainMoney } from '../../lib/format.ts';
import { uuid } from '../../lib/uuid.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { payments as texts } from '../../texts/payments.ts';
import { CustomerSearch } from '../new-order/customer-search.tsx';
import { OrderSearch } from './order-search.tsx';

export type Waiting = UnallocatedPaymentsQuery['unallocatedPayments'][number];
export type Settling = 'matchPayment' | 'keepPaymentAsCredit' | 'refundUnallocatedPayment';

/** Says what will follow, asks how much and for whom, and does it. */
export const SettleDialog = ({ row, action, onClose }: { row: Waiting; action: Settling; onClose: () => void }) => {
  const say = useSay();
  const { amount: waits, currency } = row.amount;
  const [text, setText] = useState(plainMoney(waits, currency));
  const [target, setTarget] = useState('');
  const [tried, setTried] = useState(false);
  // The same refund, however often the button is pressed.
  const [refundId] = useState(uuid);
  const match = useCommand(MatchPaymentDocument);
  const keep = useCommand(KeepPaymentAsCreditDocument);
  const refund = useCommand(RefundUnallocatedPaymentDocument);

  const amount = parseMoney(text, currency) ?? 0;
  const amountWrong = amount <= 0 || amount > Number(waits);
  const targetMissing = action !== 'refundUnallocatedPayment' && target === '';
  const words = texts.actions[action];

  const send = () => {
    const common = { paymentId: row.paymentId, amount, heldBy: row.orderId ?? null };
    if (action === 'matchPayment') return match.run({ ...common, orderId: target });
    if (action === 'keepPaymentAsCredit') return keep.run({ ...common, customerId: target });
    return refund.run({ ...common, refundId });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amountWrong || targetMissing) return;
    const done = await say(await send(), {
      done: words.done(formatMoney(amount, currency)),
      refused: words.refused,
    });
    if (done) onClose();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.title} about={words.consequence}>
      <form onSubmit={submit} className="grid gap-3" noValidate>
        {action === 'matchPayment' && <OrderSearch onChoose={setTarget} />}
        {action === 'keepPaymentAsCredit' && <CustomerSearch disabled={target !== ''} onChoose={setTarget} />}
        {action === 'keepPaymentAsCredit' && target !== '' && <p className="text-xs text-soft">{texts.chosen}</p>}
        {tried && targetMissing && (
          <p role="alert" className="text-xs text-red">
            {action === 'matchPayment' ? texts.orderMissing : texts.customerMissing}
          </p>
        )}
        <MoneyField
          label={`${texts.howMuch}, ${currency}`}
          hint={texts.howMuchHint(formatMoney(waits, currency))}
          error={tried && amountWrong ? texts.amountWrong(formatMoney(waits, currency)) : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <DialogButtons onLeave={onClose} action={words.action} busy={match.busy || keep.busy || refund.busy} />
      </form>
    </Dialog>
  );
};
