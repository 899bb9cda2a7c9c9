import { cx } from '../lib/cx.ts';
import { formatMoney } from '../lib/format.ts';

export type MoneyValue = { amount: string | number; currency: string };

/** An amount of minor units, in figures that line up. */
export const Money = ({ value, className }: { value: MoneyValue; className?: string }) => (
  <span className={cx('tabular whitespace-nowrap', className)}>{formatMoney(value.amount, value.currency)}</span>
);
