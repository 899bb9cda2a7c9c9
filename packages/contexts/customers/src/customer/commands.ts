import { command, defineCommands, personal } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;

export const customerCommands = defineCommands({
  RegisterCustomer: command(
    'customerId',
    z.object({
      customerId: z.string(),
      /** Readable, e.g. 'CUS-000017'; drawn by the server where the client gives none. */
      number: z.string(),
      kind: z.enum(['BUSINESS', 'COUNTER_SALE']).default('BUSINESS'),
      // Lists are sorted by it; an index does not take texts of any length.
      name: personal(z.string().max(200)),
      email: personal(z.string()),
      address: personal(address),
      /** As people write it, e.g. 'gb 123 4567 89'; left out, or null: none. */
      vatId: personal(z.string().optional()),
    }),
    { creates: true, personal: contact },
  ),
  ChangeCustomerAddress: command('customerId', z.object({ customerId: z.string(), address: personal(address) }), {
    personal: contact,
  }),
  /** Left out, or null: they have none any more. */
  ChangeCustomerVatId: command(
    'customerId',
    z.object({ customerId: z.string(), vatId: personal(z.string().optional()) }),
    { personal: contact },
  ),
  /** Of what the customer may owe on credit, in minor units; null: as much as they like. */
  SetCreditLimit: command(
    'customerId',
    z.object({
      customerId: z.string(),
      currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, e.g. GBP'),
      amount: z.int().min(0).nullable().default(null),
    }),
  ),
});
