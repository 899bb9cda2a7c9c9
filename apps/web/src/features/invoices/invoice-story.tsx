import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { PdfLink } from '../../components/pdf-link.tsx';
import { Time } from '../../components/time.tsx';
import type { InvoiceOfPageFragment } from '../../graphql/generated/documents.ts';
import { invoice as texts } from '../../texts/invoice.ts';

const row = 'flex items-center justify-between gap-3';

/** What was paid, credited and reminded. */
export const InvoiceStory = ({ invoice }: { invoice: InvoiceOfPageFragment }) => (
  <>
    <Panel title={texts.credits}>
      {invoice.creditNotes.length === 0 && <p className="text-faint">{texts.noCredits}</p>}
      <ul className="grid gap-2">
        {invoice.creditNotes.map((note) => (
          <li key={note.id} className={row}>
            <span className="min-w-0">
              <span className="ident font-medium">{note.number}</span>
              <span className="block truncate text-xs text-faint">
                <Time at={note.issuedAt} /> · {note.reason}
              </span>
            </span>
            <span className="flex items-center gap-3">
              <Money value={note.total} />
              <PdfLink url={note.documentUrl} number={note.number} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
    <div className="grid grid-cols-2 gap-3">
      <Panel title={texts.payments}>
        {invoice.allocations.length === 0 && <p className="text-faint">{texts.noPayments}</p>}
        <ul className="grid gap-2">
          {invoice.allocations.map(({ at, amount }) => (
            <li key={at} className={row}>
              <Time at={at} />
              <Money value={amount} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={texts.reminders}>
        {invoice.reminders.length === 0 && <p className="text-faint">{texts.noReminders}</p>}
        <ul className="grid gap-2">
          {invoice.reminders.map(({ level, at, open }) => (
            <li key={level} className={row}>
              <span>
                {texts.reminder(level)} · <Time at={at} />
              </span>
              <Money value={open} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  </>
);
