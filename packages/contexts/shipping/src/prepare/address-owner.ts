import type { Prepare } from '@waybill/engine';
import { ShipmentUnknown } from '../refusals.ts';

/** Whose order it is; undefined for one that shipping does not know. */
export type CustomerOfOrder = (orderId: string) => Promise<string | undefined>;

type History = (streamId: string) => Promise<readonly { readonly data: object }[]>;

/** Told by the first event of the order's plan. */
export const customersByPlan =
  (history: History): CustomerOfOrder =>
  async (orderId) => {
    const [planned] = await history(`shipmentPlan-${orderId}`);
    return planned && 'customerId' in planned.data ? String(planned.data.customerId) : undefined;
  };

/** An address is personal: it is stored with the key of the customer whose order it is. A process knows whose it is. */
export const prepareAddress =
  (customerOf: CustomerOfOrder): Prepare =>
  async (input) => {
    if (typeof input.customerId === 'string') return { kind: 'prepared', data: input };
    const orderId = String(input.orderId);
    const customerId = await customerOf(orderId);
    return customerId === undefined
      ? { kind: 'refused', refusal: ShipmentUnknown({ orderId }) }
      : { kind: 'prepared', data: { ...input, customerId } };
  };
