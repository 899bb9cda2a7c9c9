/** The streams that share the id of their order. */
const ofOrder = new Set(['order', 'orderPayment', 'orderBilling', 'shipmentPlan']);

/** The order that an event is about, where it is about one: the page of it shows the rest. */
export const orderOfEvent = (event: { category: string; aggregateId: string; data: unknown }): string | null => {
  if (ofOrder.has(event.category)) return event.aggregateId;
  if (typeof event.data !== 'object' || event.data === null || !('orderId' in event.data)) return null;
  return typeof event.data.orderId === 'string' ? event.data.orderId : null;
};
