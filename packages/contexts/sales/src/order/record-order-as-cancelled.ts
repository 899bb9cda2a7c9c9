import type { CommandData } from '@waybill/engine';
import { accept, type Decision, documentTotals, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import { withoutMeasures } from './measures.ts';
import type { Order } from './order.ts';
import { OrderAlreadyExists, OrderUnknown } from './refusals.ts';
import { linesOfWhole, whyNotWhole } from './whole-order.ts';

/** An order that arrives after its own cancellation: on record as it was, in one event from which nothing follows. */
export const recordOrderAsCancelled = (
  { orderId, order: whole, channel, terms, reason }: CommandData<typeof orderCommands.RecordOrderAsCancelled>,
  order: Order,
): Decision<OrderEvent> => {
  if (order?.recordedAsCancelled) return nothing;
  if (order) return refuse(OrderAlreadyExists({ orderId }));
  if (!whole) return refuse(OrderUnknown({ orderId }));
  const why = whyNotWhole(whole);
  if (why) return refuse(why);
  const { number, customerId, customerName, currency, prices, deliveryAddress, billingAddress, externalId } = whole;
  const lines = linesOfWhole(whole);
  const { net, tax, total } = documentTotals(lines, prices);
  return accept<OrderEvent>({
    type: 'OrderRecordedAsCancelled',
    data: {
      ...{ number, customerId, customerName, deliveryAddress, billingAddress, currency, prices, terms },
      country: deliveryAddress.country,
      lines: lines.map(withoutMeasures),
      ...{ net, tax, total, channel, externalId, reason },
    },
  });
};
