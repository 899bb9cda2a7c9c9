import { customerCommands } from '@waybill/customers/contract';
import { defineProcess, type EventOf, type Reaction, type Recorded, send } from '@waybill/engine';
import { externalOrderEvents } from '../external-order/events.ts';
import { purchasesCommands } from '../purchases/commands.ts';

const events = [
  externalOrderEvents.ExternalOrderTaken,
  externalOrderEvents.ExternalOrderTakenAsCancelled,
  externalOrderEvents.ExternalOrderChanged,
  externalOrderEvents.ExternalOrderCancelled,
] as const;
type Heard = Recorded<EventOf<typeof events>>;

interface KnownCustomer {
  readonly registered: boolean;
}

const register = ({ data }: Exclude<Heard, { type: 'ExternalOrderCancelled' }>) => {
  const { customerId, customerNumber: number, customerKind: kind, customer } = data;
  const { name = null, email = null, address = null } = customer ?? {};
  return send(customerCommands.RegisterCustomer, { customerId, number, kind, name, email, address });
};

/** What can come back of the order: nothing, once it is cancelled. Of a counter sale nobody is known. */
const purchase = (event: Heard) => {
  const { customerId, channel: _, externalOrderId } = event.data;
  const head = { customerId, orderId: event.id, externalOrderId, happenedAt: event.occurredAt.toISOString() };
  if (event.type === 'ExternalOrderTakenAsCancelled') return [];
  if (event.type === 'ExternalOrderCancelled')
    return [send(purchasesCommands.RecordPurchase, { ...head, currency: null, lines: [] })];
  const { lines, currency, customerKind } = event.data;
  if (customerKind === 'COUNTER_SALE') return [];
  const bought = lines.map(({ lineId, kind, sku, quantity, unitPrice }) => ({
    lineId,
    kind,
    sku,
    quantity,
    unitPrice: unitPrice ?? '0',
  }));
  return [send(purchasesCommands.RecordPurchase, { ...head, currency, lines: bought })];
};

/** Makes a channel's customers known, once each, and remembers what they bought. */
export const customersProcess = defineProcess({
  name: 'intake.customer',
  startFrom: 'beginning',
  events,
  instance: ({ data }) => data.customerId,
  initial: { registered: false } as KnownCustomer,
  waits: {},
  waiting: () => [],
  react: (state, event): Reaction<KnownCustomer> => ({
    state: { registered: state.registered || event.type !== 'ExternalOrderCancelled' },
    commands: [
      ...(state.registered || event.type === 'ExternalOrderCancelled' ? [] : [register(event)]),
      ...purchase(event),
    ],
  }),
  /** Somebody registered them before: they stay as they are. */
  onRefusal: (state, { data }) => (data.command === customerCommands.RegisterCustomer.type ? { state } : 'trouble'),
});
