'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Hint } from '../../components/hint.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import {
  type InvoiceOfPageFragment,
  MarkInvoiceOverdueDocument,
  SendInvoiceDocument,
  SendReminderDocument,
  WriteOffInvoiceDocument,
} from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { invoice as texts } from '../../texts/invoice.ts';
import { CreditDialog } from './credit-dialog.tsx';

type Asking = 'credit' | 'writeOff' | null;

/** What can be done with the invoice now. What cannot stays visible and says why. */
export const InvoiceActions = ({ invoice }: { invoice: InvoiceOfPageFragment }) => {
  const { id: invoiceId, number } = invoice;
  const [asking, setAsking] = useState<Asking>(null);
  const say = useSay();
  const send = useCommand(SendInvoiceDocument);
  const remind = useCommand(SendReminderDocument);
  const overdue = useCommand(MarkInvoiceOverdueDocument);
  const writeOff = useCommand(WriteOffInvoiceDocument);
  const at = async (run: typeof send.run, done: string) => {
    await say(await run({ invoiceId }), { done, refused: texts.refused });
  };
  const action = (name: string, label: string, onClick: () => void, busy = false) => {
    const found = invoice.availableActions.find((one) => one.name === name);
    const allowed = found?.allowed ?? false;
    const button = (
      <Button
        look={name === 'issueCreditNote' ? 'primary' : 'plain'}
        aria-disabled={!allowed}
        busy={busy}
        className={allowed ? '' : 'opacity-50'}
        onClick={() => allowed && onClick()}
      >
        {label}
      </Button>
    );
    return allowed || !found?.reason ? button : <Hint text={found.reason}>{button}</Hint>;
  };
  return (
    <>
      {action('sendInvoice', texts.send, () => void at(send.run, texts.sentNow(number)), send.busy)}
      {invoice.status === 'OPEN' &&
        action(
          'markInvoiceOverdue',
          texts.markOverdue,
          () => void at(overdue.run, texts.markedOverdue(number)),
          overdue.busy,
        )}
      {action('sendReminder', texts.remind, () => void at(remind.run, texts.reminded(number)), remind.busy)}
      {action('writeOffInvoice', texts.writeOff, () => setAsking('writeOff'))}
      {action('issueCreditNote', texts.credit.action, () => setAsking('credit'))}
      {asking === 'credit' && (
        <CreditDialog invoice={invoice} onOpenChange={(open) => setAsking(open ? 'credit' : null)} />
      )}
      {asking === 'writeOff' && (
        <ReasonDialog
          texts={texts.writeOffDialog(number)}
          onOpenChange={(open) => setAsking(open ? 'writeOff' : null)}
          onReason={async (reason) => {
            const outcome = await writeOff.run({ invoiceId, reason });
            return (await say(outcome, { done: texts.writtenOffNow(number), refused: texts.refused })) !== null;
          }}
        />
      )}
    </>
  );
};
