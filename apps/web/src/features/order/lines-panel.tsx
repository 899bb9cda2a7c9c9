import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { formatCount, formatMoney } from '../../lib/format.ts';
import { order as texts } from '../../texts/order.ts';
import { taxOf, vat } from '../../texts/tax.ts';
import { Agreed } from './agreed.tsx';
import type { OrderOfPage } from './progress.ts';

const head = 'h-9 px-4 text-xs font-medium text-faint';

/** What was ordered, for how much, and what it adds up to. */
export const LinesPanel = ({ order }: { order: OrderOfPage }) => {
  const goods = order.lines.filter(({ kind }) => kind === 'GOODS');
  const pieces = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Panel
      title={texts.lines}
      flush
      side={
        <span className="tabular text-xs text-faint">
          {order.prices === 'GROSS' && `${texts.pricesWithTax} · `}
          {formatCount(order.lines.length)} · {formatCount(pieces)} pcs
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="max-h-[33rem] overflow-y-auto" aria-label={texts.lines} tabIndex={0}>
        <table className="w-full table-fixed" aria-label={texts.lines}>
          <colgroup>
            <col />
            <col style={{ width: '88px' }} />
            <col style={{ width: '88px' }} />
            <col style={{ width: '100px' }} />
            <col style={{ width: '120px' }} />
          </colgroup>
          <thead className="sticky top-0 bg-surface shadow-[inset_0_-1px_var(--line)]">
            <tr>
              <th scope="col" className={`${head} text-left`}>
                {texts.sku}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {texts.quantity}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {texts.price}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {texts.taxRate}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {order.prices === 'GROSS' ? vat.including : texts.lineTotal}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.id} className="h-9 border-b border-line last:border-0 [&>td]:py-1">
                <td className="truncate px-4">
                  <span className="ident mr-2.5 text-faint">{line.sku}</span>
                  {line.description}
                  {line.cancelledQuantity > 0 && (
                    <span className="ml-2 text-xs text-soft">
                      {texts.cancelledPieces(formatCount(line.cancelledQuantity))}
                    </span>
                  )}
                  {line.kind === 'CHARGE' && <span className="ml-2 text-xs text-faint">{texts.charge}</span>}
                </td>
                <td className="tabular px-4 text-right">{formatCount(line.quantity)}</td>
                <td className="tabular px-4 text-right text-soft">{line.unitPrice}</td>
                <td className="tabular px-4 text-right text-xs text-faint">{taxOf(line)}</td>
                <td className="px-4 text-right">
                  <Money value={line.amount} />
                  {line.discount.amount > 0 && (
                    <span className="tabular block text-xs text-faint">
                      −{formatMoney(line.discount.amount, line.discount.currency)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Agreed order={order} />
      <dl className="flex items-baseline justify-end gap-6 border-t border-line px-4 py-3">
        {order.cancelledTotal.amount > 0 && (
          <div className="mr-auto flex gap-2 text-soft">
            <dt>{texts.cancelledTotal}</dt>
            <dd>
              <Money value={order.cancelledTotal} />
            </dd>
          </div>
        )}
        <div className="flex gap-2 text-soft">
          <dt>{texts.net}</dt>
          <dd>
            <Money value={order.net} />
          </dd>
        </div>
        <div className="flex gap-2 text-soft">
          <dt>{texts.tax}</dt>
          <dd>
            <Money value={order.tax} />
          </dd>
        </div>
        <div className="flex items-baseline gap-2 text-lg font-semibold tracking-tight">
          <dt>{texts.total}</dt>
          <dd>
            <Money value={order.total} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
};
