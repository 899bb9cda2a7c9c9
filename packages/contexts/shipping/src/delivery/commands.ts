import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

export const deliveryCommands = defineCommands({
  PickDelivery: command('deliveryId', z.object({ deliveryId: z.string() })),
  /** Decided together with the order's plan, which knows whether it is cleared or stopped. */
  PackDelivery: command('deliveryId', z.object({ deliveryId: z.string() })),
  DispatchDelivery: command(
    'deliveryId',
    z.object({
      deliveryId: z.string(),
      carrier: z.string(),
      trackingNumber: z.string(),
      parcels: z
        .int('it must be a whole number of parcels')
        .min(1, 'it must be at least 1')
        .max(1_000, 'it must be at most 1,000')
        .default(1),
    }),
  ),
  /** What a carrier saw, whenever it comes to be known; `occurredAt` of the command is when it was seen. */
  RecordCarrierScan: command(
    'deliveryId',
    z.object({
      deliveryId: z.string(),
      place: z.string().trim().min(1).max(200),
      status: z.string().trim().min(1).max(200),
      sequence: z.number().int().min(0).default(0),
    }),
  ),
  ConfirmDelivery: command('deliveryId', z.object({ deliveryId: z.string() })),
});
