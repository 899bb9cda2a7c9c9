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
    }),
  ),
  ConfirmDelivery: command('deliveryId', z.object({ deliveryId: z.string() })),
});
