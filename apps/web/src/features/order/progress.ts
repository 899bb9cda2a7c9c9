import type { Step } from '../../components/stepper.tsx';
import type { OrderDeliveryStatus, OrderOnPageFragment } from '../../graphql/generated/documents.ts';
import { formatTime } from '../../lib/format.ts';
import { order as texts } from '../../texts/order.ts';

export type OrderOfPage = OrderOnPageFragment;

const legs: OrderDeliveryStatus[] = ['PACKED', 'DISPATCHED', 'DELIVERED'];
const reached = (status: OrderDeliveryStatus, leg: OrderDeliveryStatus) => legs.indexOf(status) >= legs.indexOf(leg);

/** The event whose time stands under a step. */
const milestones: Partial<Record<keyof typeof texts.steps, string>> = {
  placed: 'OrderPlaced',
  confirmed: 'OrderConfirmed',
  paid: 'PaymentReceived',
  invoiced: 'InvoiceIssued',
  packed: 'DeliveryPacked',
  dispatched: 'DeliveryDispatched',
  delivered: 'DeliveryConfirmed',
  cancelled: 'OrderCancelled',
  expired: 'OrderExpired',
};

/** What goes back again was paid once, and what was credited is open no more. */
const wasPaid = ({ paymentStatus, history }: OrderOfPage): boolean =>
  paymentStatus === 'PAID' ||
  ((paymentStatus === 'REFUNDING' || paymentStatus === 'REFUNDED') &&
    history.some(({ type }) => type === 'PaymentReceived'));

/** The steps of an order: what is done, the one it waits for, and what comes after. */
export const progressOf = (order: OrderOfPage): Step[] => {
  const { steps } = texts;
  const at = (key: keyof typeof steps) => {
    const event = order.history.findLast(({ type }) => type === milestones[key]);
    return event ? { note: formatTime(event.occurredAt) } : {};
  };
  const flags: [key: keyof typeof steps, done: boolean][] = [
    ['placed', order.status !== 'DRAFT'],
    ['confirmed', order.history.some(({ type }) => type === 'OrderConfirmed')],
    ['paid', wasPaid(order)],
    ['invoiced', order.invoiceStatus !== 'NONE'],
    ['packed', reached(order.deliveryStatus, 'PACKED')],
    ['dispatched', reached(order.deliveryStatus, 'DISPATCHED')],
    ['delivered', reached(order.deliveryStatus, 'DELIVERED')],
  ];
  if (order.status === 'CANCELLED' || order.status === 'EXPIRED') {
    const end = order.status === 'CANCELLED' ? 'cancelled' : 'expired';
    const done = flags.filter(([key, isDone]) => isDone && key !== 'confirmed');
    return [
      ...done.map(([key]): Step => ({ key, word: steps[key], state: 'done', ...at(key) })),
      { key: end, word: steps[end], state: 'undone', ...at(end) },
    ];
  }
  const next = flags.findIndex(([, done]) => !done);
  return flags.map(([key, done], index) => ({
    key,
    word: steps[key],
    state: done ? 'done' : index === next ? 'now' : 'todo',
    ...(done ? at(key) : {}),
  }));
};
