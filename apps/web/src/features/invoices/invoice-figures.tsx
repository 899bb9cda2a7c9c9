import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import type { InvoiceOfPageFragment, MoneyPartsFragment } from '../../graphql/generated/documents.ts';
import { invoice as texts } from '../../texts/invoice.ts';
import { vat } from '../../texts/tax.ts';

const Row = ({ label, value, strong = false }: { label: string; value: MoneyPartsFragment; strong?: boolean }) => (
  <div
    className={
      strong ? 'flex justify-between border-t border-line pt-1.5 font-semibold' : 'flex justify-between text-soft'
    }
  >
    <dt>{label}</dt>
    <dd>
      <Money value={value} />
    </dd>
  </div>
);

/** From the net amount to what is still to be paid. */
export const InvoiceFigures = ({ invoice }: { invoice: InvoiceOfPageFragment }) => (
  <Panel title={texts.figures}>
    <dl className="grid gap-1.5">
      <Row label={texts.net} value={invoice.net} />
      {invoice.taxes.map(({ taxCode, taxRate, tax }) => (
        <Row
          key={`${taxCode} ${taxRate}`}
          label={taxCode === 'NOT_STATED' ? texts.taxNotStated : texts.tax(String(Number(taxRate)))}
          value={tax}
        />
      ))}
      <Row label={invoice.prices === 'GROSS' ? vat.total : texts.total} value={invoice.total} strong />
      <Row label={texts.paid} value={invoice.paid} />
      <Row label={texts.credited} value={invoice.credited} />
      {invoice.writtenOff.amount > 0 && <Row label={texts.writtenOff} value={invoice.writtenOff} />}
      <Row label={texts.open} value={invoice.open} strong />
    </dl>
  </Panel>
);
