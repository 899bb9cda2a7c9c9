import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import type { InvoiceOfPageFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { invoice as texts } from '../../texts/invoice.ts';
import { taxOf, vat } from '../../texts/tax.ts';

const head = 'h-9 px-4 text-xs font-medium text-faint';

/** The lines as the document prints them. */
export const InvoiceLines = ({ invoice }: { invoice: InvoiceOfPageFragment }) => (
  <Panel
    title={texts.lines}
    flush
    side={invoice.prices === 'GROSS' && <span className="text-xs text-faint">{texts.pricesWithTax}</span>}
  >
    <table className="w-full" aria-label={texts.lines}>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className={`${head} text-left`}>
            {texts.item}
          </th>
          {[texts.quantity, texts.price, texts.rate, invoice.prices === 'GROSS' ? vat.including : texts.amount].map(
            (title) => (
              <th key={title} scope="col" className={`${head} text-right`}>
                {title}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.id} className="h-9 border-b border-line last:border-0">
            <td className="px-4">
              <span className="ident mr-2.5 text-faint">{line.sku}</span>
              {line.description}
              {line.discount.amount > 0 && (
                <span className="ml-2 text-xs text-faint">
                  {texts.less} <Money value={line.discount} />
                </span>
              )}
            </td>
            <td className="tabular px-4 text-right">{formatCount(line.quantity)}</td>
            <td className="tabular px-4 text-right text-soft">{line.unitPrice}</td>
            <td className="tabular px-4 text-right text-xs text-faint">{taxOf(line)}</td>
            <td className="px-4 text-right">
              <Money value={line.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Panel>
);
