'use client';

import { Dialog } from '../../components/dialog.tsx';
import { RefundPaymentDocument } from '../../graphql/generated/documents.ts';
import { formatMoney, plainMoney } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import { AmountForm } from './amount-form.tsx';
import type { OrderOfPage } from './progress.ts';

const words = texts.refund;
type Payment = NonNullable<OrderOfPage['payment']>;

/** Gives money of an order back, as much as can go back. */
export const RefundDialog = ({
  order,
  payment,
  onOpenChange,
}: {
  order: OrderOfPage;
  payment: Payment;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(RefundPaymentDocument);
  const { amount: most, currency } = payment.refundable;
  const mostText = formatMoney(most, currency);
  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(order.number)} about={words.about}>
      <AmountForm
        texts={{
          ...words,
          amount: `${texts.amount}, ${currency}`,
          amountHint: words.amountHint(mostText),
          amountWrong: words.amountWrong(mostText),
        }}
        currency={currency}
        most={most}
        first={plainMoney(most, currency)}
        look="danger"
        onLeave={() => onOpenChange(false)}
        onAnswer={async ({ id: refundId, amount, reason }) => {
          const outcome = await run({ orderId: order.id, refundId, amount: { amount, currency }, reason });
          const done = words.done(formatMoney(amount, currency));
          if (await say(outcome, { done, refused: words.refused })) onOpenChange(false);
        }}
      />
    </Dialog>
  );
};
