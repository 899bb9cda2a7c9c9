'use client';

import { Dialog } from '../../components/dialog.tsx';
import { IssueCreditNoteDocument } from '../../graphql/generated/documents.ts';
import { formatMoney } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import { AmountForm } from './amount-form.tsx';
import type { OrderOfPage } from './progress.ts';

const words = texts.goodwill;
type Invoice = OrderOfPage['invoices'][number];

/** A sum off an invoice, for nothing that came back: the credit note says why, the money follows. */
export const GoodwillDialog = ({
  invoice,
  onOpenChange,
}: {
  invoice: Invoice;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(IssueCreditNoteDocument);
  const { amount: total, currency } = invoice.total;
  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title(invoice.number)} about={words.about}>
      <AmountForm
        texts={{
          ...words,
          amount: words.amount(currency),
          amountHint: words.amountHint(formatMoney(total, currency)),
        }}
        currency={currency}
        onLeave={() => onOpenChange(false)}
        onAnswer={async ({ id: creditNoteId, amount, reason }) => {
          const amounts = [{ description: reason, amount }];
          const outcome = await run({ invoiceId: invoice.id, creditNoteId, reason, amounts });
          const done = words.done(formatMoney(amount, currency));
          if (await say(outcome, { done, refused: words.refused })) onOpenChange(false);
        }}
      />
    </Dialog>
  );
};
