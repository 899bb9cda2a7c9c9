import { defineEvents, type EventOf, event, personal, type Recorded } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;

const registeredV1 = z.object({
  customerId: z.string(),
  number: z.string(),
  kind: z.enum(['BUSINESS', 'COUNTER_SALE']),
  name: personal(z.string()),
  email: personal(z.string()),
  address: personal(address),
});
/** Personal, as the rest: a sole trader's names a person. */
const vatId = personal(z.string());

export const customerEvents = defineEvents({
  /** `vatId`: null where they have none; nobody was asked for one before. */
  CustomerRegistered: event(1, registeredV1, contact).next(registeredV1.extend({ vatId }), (old) => ({
    ...old,
    vatId: null,
  })),
  CustomerAddressChanged: event(1, z.object({ customerId: z.string(), address: personal(address) }), contact),
  /** For documents to come; `vatId` null: they have none any more. */
  CustomerVatIdChanged: event(1, z.object({ customerId: z.string(), vatId }), contact),
  /** Minor units; null: no limit any more. */
  CreditLimitSet: event(1, z.object({ customerId: z.string(), currency: z.string(), amount: z.number().nullable() })),
});
export type CustomerEvent = EventOf<typeof customerEvents>;
export type RecordedCustomerEvent = Recorded<CustomerEvent>;
