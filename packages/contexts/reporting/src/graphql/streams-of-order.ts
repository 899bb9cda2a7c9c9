/** The streams that tell an order's story: its own, those named after it, and those of its documents. */
export const streamsOfOrder = (order: {
  readonly id: string;
  readonly invoiceId: string | null;
  readonly deliveryId: string | null;
}): readonly [string, ...string[]] => [
  `order-${order.id}`,
  `orderPayment-${order.id}`,
  `orderBilling-${order.id}`,
  `shipmentPlan-${order.id}`,
  ...(order.invoiceId ? [`invoice-${order.invoiceId}`] : []),
  ...(order.deliveryId ? [`delivery-${order.deliveryId}`] : []),
];
