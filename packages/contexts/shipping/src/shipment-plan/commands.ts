import { command, defineCommands, personal } from '@waybill/engine';
import { address, shippingLine } from '@waybill/sales/contract';
import { z } from 'zod';

const contact = { subject: 'customerId', purpose: 'contact' } as const;

export const shipmentPlanCommands = defineCommands({
  PlanShipment: command(
    'orderId',
    z.object({
      orderId: z.string(),
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      deliveryAddress: personal(address),
      lines: z.array(shippingLine),
    }),
    { creates: true, personal: contact },
  ),
  /** Paid, or on credit terms: may be packed. */
  ClearDelivery: command('orderId', z.object({ orderId: z.string() })),
  /** The question of a cancellation; the answer is an event either way. */
  StopShipment: command('orderId', z.object({ orderId: z.string(), reason: z.string() })),
  /** Everything not yet planned goes into one delivery; decided by the plan, together with the delivery's stream. */
  ScheduleDelivery: command(
    'orderId',
    z.object({
      orderId: z.string(),
      deliveryId: z.string(),
      /** Readable, 'DEL-000091'; drawn by the server where the sender gives none. */
      number: z.string().optional(),
    }),
  ),
});
