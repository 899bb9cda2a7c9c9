import { defineEvents, type EventOf, event, personal, type Recorded } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;

export const customerEvents = defineEvents({
  CustomerRegistered: event(
    1,
    z.object({
      customerId: z.string(),
      number: z.string(),
      kind: z.enum(['BUSINESS', 'COUNTER_SALE']),
      name: personal(z.string()),
      email: personal(z.string()),
      address: personal(address),
    }),
    contact,
  ),
  CustomerAddressChanged: event(1, z.object({ customerId: z.string(), address: personal(address) }), contact),
});
export type CustomerEvent = EventOf<typeof customerEvents>;
export type RecordedCustomerEvent = Recorded<CustomerEvent>;
