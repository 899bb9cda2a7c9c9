import type { EventFrom } from '@waybill/engine';
import type { externalOrderEvents } from '../external-order/events.ts';
import type { ContentLine } from '../message/content.ts';

type Whole =
  | EventFrom<typeof externalOrderEvents.ExternalOrderTaken>['data']
  | EventFrom<typeof externalOrderEvents.ExternalOrderTakenAsCancelled>['data'];

const item = ({ kind: _, ...line }: ContentLine) => line;
const charge = ({ lineId, sku, description, quantity, unitPrice, taxCode, taxRate }: ContentLine) => ({
  lineId,
  code: sku,
  description,
  quantity,
  unitPrice,
  taxCode,
  taxRate,
});

/** The whole order, as a client of sales would send it: what its channel left out is completed there. */
export const orderOf = ({
  customerId,
  customer,
  deliveryAddress,
  currency,
  prices,
  externalOrderId,
  lines,
}: Whole) => ({
  customerId,
  customerName: customer?.name ?? null,
  currency,
  prices,
  deliveryAddress: deliveryAddress ?? customer?.address ?? null,
  billingAddress: customer?.address ?? deliveryAddress ?? null,
  items: lines.filter(({ kind }) => kind === 'GOODS').map(item),
  charges: lines.filter(({ kind }) => kind === 'CHARGE').map(charge),
  externalId: externalOrderId,
});
