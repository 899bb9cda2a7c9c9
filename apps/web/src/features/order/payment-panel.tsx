import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { formatConstant } from '../../lib/format.ts';
import { paymentStates } from '../../lib/states.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

export const PaymentPanel = ({ order }: { order: OrderOfPage }) => {
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
              <span className="min-w-0 truncate text-soft">
                <span className="ident text-text">{incoming.reference}</span> · {formatConstant(incoming.method)} ·{' '}
                <Time at={incoming.recordedAt} />
              </span>
              <Money value={incoming.amount} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1 text-faint first:mt-0">{texts.noPayment}</p>
      )}
    </Panel>
  );
};
