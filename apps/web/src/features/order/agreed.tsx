import { formatMoney } from '../../lib/format.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

type Discount = OrderOfPage['discounts'][number];

/** At 0 a discount is taken back. */
export const isGiven = ({ percent, amount }: Discount): boolean =>
  Number(percent ?? 0) > 0 || (amount?.amount ?? 0) > 0;

export const discountText = (
  { lines }: Pick<OrderOfPage, 'lines'>,
  { description, percent, amount, lineId }: Discount,
): string => {
  const sku = lines.find(({ id }) => id === lineId)?.sku;
  const off = amount ? formatMoney(amount.amount, amount.currency) : `${percent ?? ''} %`;
  return [description, off, sku].filter(Boolean).join(' · ');
};

/** What was agreed beside the lines: the terms, what happens when goods are short, and discounts. */
export const Agreed = ({ order }: { order: OrderOfPage }) => {
  const { terms, shortage } = order;
  const discounts = order.discounts.filter(isGiven);
  if (!terms && !shortage && discounts.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line px-4 py-2.5 text-xs">
      {terms && (
        <div className="flex gap-2">
          <dt className="text-faint">{texts.terms.label}</dt>
          <dd className="text-soft">{texts.terms[terms]}</dd>
        </div>
      )}
      {shortage && (
        <div className="flex gap-2">
          <dt className="text-faint">{texts.shortage.label}</dt>
          <dd className="text-soft">{texts.shortage[shortage]}</dd>
        </div>
      )}
      {discounts.map((discount) => (
        <div key={discount.id} className="flex gap-2">
          <dt className="text-faint">{texts.discount}</dt>
          <dd className="text-soft">{discountText(order, discount)}</dd>
        </div>
      ))}
    </dl>
  );
};
