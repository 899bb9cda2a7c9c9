import type { Recorded } from '@waybill/engine';
import { shipmentPlanEvents } from '@waybill/shipping/contract';

/** The streams that tell an order's story: its own, those named after it, and those of its documents. */
export const streamsOfOrder = (order: {
  readonly id: string;
  readonly invoiceId: string | null;
  readonly deliveryId: string | null;
}): readonly [string, ...string[]] => [
  `order-${order.id}`,
  `orderPayment-${order.id}`,
  `orderBilling-${order.id}`,
  planOf(order),
  ...(order.invoiceId ? [`invoice-${order.invoiceId}`] : []),
  ...(order.deliveryId ? [`delivery-${order.deliveryId}`] : []),
];

/** The stream that names all deliveries of an order. */
export const planOf = ({ id }: { readonly id: string }): string => `shipmentPlan-${id}`;

const planned: string = shipmentPlanEvents.DeliveryPlanned.type;
const deliveryOf = ({ type, data }: Recorded): readonly string[] =>
  type === planned && 'deliveryId' in data ? [`delivery-${String(data.deliveryId)}`] : [];

/** The same streams with those of every delivery that the plan's events name: an order may leave in several. */
export const wholeStory = (
  order: Parameters<typeof streamsOfOrder>[0],
  plan: readonly Recorded[],
): readonly [string, ...string[]] => {
  const [first, ...others] = streamsOfOrder(order);
  return [first, ...new Set([...others, ...plan.flatMap(deliveryOf)])];
};
