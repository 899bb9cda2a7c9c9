import type { CreditPartsFragment } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatMoney } from '../../lib/format.ts';
import { customers as texts } from '../../texts/customers.ts';

const amountOf = (money: CreditPartsFragment['exposure'] | null | undefined): number => Number(money?.amount ?? 0);

/** How much of a credit limit is used; what waits for room stands beyond it. */
export const CreditBar = ({ line }: { line: CreditPartsFragment }) => {
  const { creditLimit, currency } = line;
  if (!creditLimit) return null;
  const [limit, used, waiting] = [amountOf(creditLimit), amountOf(line.exposure), amountOf(line.waiting)];
  const whole = Math.max(limit, used) + waiting || 1;
  const parts = [
    { key: 'used', amount: used, look: used > limit ? 'bg-red' : 'bg-blue' },
    { key: 'room', amount: limit - used, look: 'bg-line-strong' },
    { key: 'waiting', amount: waiting, look: 'bg-amber' },
  ];
  const figures = [used, limit, waiting].map((amount) => formatMoney(amount, currency));
  const [taken = '', most = '', waits = ''] = figures;
  return (
    <span
      role="img"
      aria-label={texts.credit.bar(taken, most, waiting > 0 ? waits : null)}
      className="flex h-1.5 w-full gap-px overflow-hidden rounded-full bg-hover"
    >
      {parts.map(({ key, amount, look }) =>
        amount > 0 ? (
          <span key={key} className={cx('block h-full', look)} style={{ width: `${(amount / whole) * 100}%` }} />
        ) : null,
      )}
    </span>
  );
};
