import type { AgedPartsFragment, ReceivablesCustomerRowFragment } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatMoney } from '../../lib/format.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { ages } from './ages.ts';

const amountOf = ({ open }: AgedPartsFragment) => Number(open.amount);

/** What one customer owes by age; as long as it is much, beside the one who owes most (`most`, minor units). */
export const AgeBar = ({ row, most }: { row: ReceivablesCustomerRowFragment; most: number }) => {
  const { amounts, open, overdue, currency } = row;
  const figures = [open, overdue].map(({ amount }) => formatMoney(amount, currency));
  const [owed = '', late = ''] = figures;
  return (
    <span role="img" aria-label={texts.owed(owed, late)} className="flex h-1.5 w-full gap-px">
      {amounts.map((part) =>
        amountOf(part) > 0 ? (
          <span
            key={part.bucket}
            className={cx(
              'block h-full min-w-0.5 first:rounded-l-full last:rounded-r-full',
              ages[part.bucket].className,
            )}
            style={{ width: `${(amountOf(part) / Math.max(most, 1)) * 100}%` }}
          />
        ) : null,
      )}
    </span>
  );
};
