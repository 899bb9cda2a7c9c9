import Link from 'next/link';
import { Money } from '../../components/money.tsx';
import { order } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

const { overCredit: texts } = order;

type Credit = NonNullable<NonNullable<OrderOfPage['hold']>['credit']>;

/** The figures by which an order is too much for its customer's credit, and what can be done. */
export const OverCredit = ({ credit, customerId }: { credit: Credit; customerId: string }) => (
  <>
    <dl className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1">
      {(['limit', 'used', 'amount'] as const).map((name) => (
        <div key={name} className="flex gap-2">
          <dt>{texts[name]}</dt>
          <dd className="font-medium">
            <Money value={credit[name]} />
          </dd>
        </div>
      ))}
    </dl>
    <p className="mt-1.5">
      {Number(credit.amount.amount) > Number(credit.limit.amount) ? texts.nextAlone : texts.next}{' '}
      <Link
        href={`/customers?credit=${encodeURIComponent(customerId)}`}
        className="rounded-sm font-medium underline underline-offset-2"
      >
        {texts.see}
      </Link>
    </p>
  </>
);
