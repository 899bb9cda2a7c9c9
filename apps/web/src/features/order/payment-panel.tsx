import Link from 'next/link';
import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { formatConstant } from '../../lib/format.ts';
import { paymentStates } from '../../lib/states.ts';
import { order as texts } from '../../texts/order.ts';
import { BounceButton } from './bounce-button.tsx';
import type { OrderOfPage } from './progress.ts';

const tones = { REQUESTED: 'blue', COMPLETED: 'violet', FAILED: 'red' } as const;
type RefundsOfOrder = NonNullable<OrderOfPage['payment']>['refunds'];

const Refunds = ({ refunds }: { refunds: RefundsOfOrder }) => (
  <ul aria-label={texts.refunds} className="mt-3 grid gap-1 border-t border-line pt-3 text-xs">
    {refunds.map((refund) => (
      <li key={refund.id} className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate text-soft">
          <Pill tone={tones[refund.status]} word={texts.refundStates[refund.status]} /> {refund.reason}
          {refund.failure !== null && <span className="text-red"> · {refund.failure}</span>} ·{' '}
          <Time at={refund.requestedAt} />
        </span>
        <Money value={refund.amount} />
      </li>
    ))}
  </ul>
);

export const PaymentPanel = ({ order, past }: { order: OrderOfPage; past: boolean }) => {
  const { payment } = order;
  return (
    <Panel title={texts.payment} side={<Pill {...paymentStates[order.paymentStatus]} />}>
      {payment && (
        <dl className="grid grid-cols-[1fr_auto] gap-y-1">
          {payment.requested && (
            <>
              <dt className="text-soft">{texts.requested}</dt>
              <dd className="text-right">
                <Money value={payment.requested} />
              </dd>
            </>
          )}
          <dt className="text-soft">{texts.received}</dt>
          <dd className="text-right">
            <Money value={payment.received} />
          </dd>
          {payment.waiting.amount > 0 && (
            <>
              <dt className="text-soft">
                <Link href="/payments" className="rounded-sm text-accent-text hover:underline">
                  {texts.waitingMoney}
                </Link>
              </dt>
              <dd className="text-right">
                <Money value={payment.waiting} />
              </dd>
            </>
          )}
          {payment.outstanding.amount > 0 && (
            <>
              <dt className="text-soft">{texts.outstanding}</dt>
              <dd className="text-right font-medium">
                <Money value={payment.outstanding} />
              </dd>
            </>
          )}
        </dl>
      )}
      {payment && payment.payments.length > 0 ? (
        <ul className="mt-3 grid gap-1 border-t border-line pt-3 text-xs">
          {payment.payments.map((incoming) => (
            <li key={incoming.id} className="flex items-baseline justify-between gap-3">
              <span className="mr-auto min-w-0 truncate text-soft">
                <span className="ident text-text">{incoming.reference}</span> · {formatConstant(incoming.method)} ·{' '}
                <Time at={incoming.recordedAt} />
                {incoming.isMatched && ` · ${texts.matchedPayment}`}
                {incoming.failure !== null && <span className="text-red"> · {texts.bounced(incoming.failure)}</span>}
              </span>
              {!past && <BounceButton order={order} payment={incoming} />}
              <Money value={incoming.amount} className={incoming.failure === null ? '' : 'text-faint line-through'} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1 text-faint first:mt-0">{texts.noPayment}</p>
      )}
      {payment && payment.refunds.length > 0 && <Refunds refunds={payment.refunds} />}
    </Panel>
  );
};
