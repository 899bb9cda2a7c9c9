import { command, defineCommands, personal } from '@waybill/engine';
import { address, shippingLine } from '@waybill/sales/contract';
import { z } from 'zod';
import { askedPieces } from '../pieces.ts';
import { reason } from '../reason.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;

/** Processes of before did not say how large a piece is. */
const askedLine = shippingLine.extend({ size: shippingLine.shape.size.default(null) });

export const shipmentPlanCommands = defineCommands({
  PlanShipment: command(
    'orderId',
    z.object({
      orderId: z.string(),
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      deliveryAddress: personal(address),
      lines: z.array(askedLine),
    }),
    { creates: true, personal: contact },
  ),
  /** Paid, or on credit terms: may be packed. */
  ClearDelivery: command('orderId', z.object({ orderId: z.string() })),
  /** Nothing of the order is packed until it is released. */
  HoldDelivery: command('orderId', z.object({ orderId: z.string(), reason })),
  ReleaseDelivery: command('orderId', z.object({ orderId: z.string() })),
  /** For everything that is not packed yet; decided by the plan, together with its deliveries. */
  ChangeDeliveryAddress: command(
    'orderId',
    z.object({
      orderId: z.string(),
      /** Whose address it is; the server looks it up. */
      customerId: z.string(),
      address: personal(address),
    }),
    { personal: contact },
  ),
  /**
   * The question of a cancellation; the answer is an event either way, once per `cancellationId`. `lines`: null means
   * everything. Decided by the plan, together with its deliveries.
   */
  StopShipment: command(
    'orderId',
    z.object({
      orderId: z.string(),
      /** The command's own id, where it is left out. */
      cancellationId: z.string().optional(),
      lines: z.array(askedPieces).nullable().default(null),
      reason: z.string(),
    }),
  ),
  /** What is open goes into a delivery; decided by the plan, together with the delivery's stream. */
  ScheduleDelivery: command(
    'orderId',
    z.object({
      orderId: z.string(),
      deliveryId: z.string(),
      /** Null: everything that is in no delivery yet. */
      lines: z.array(askedPieces).nullable().default(null),
      /** Readable, 'DEL-000091'; drawn by the server where the sender gives none. */
      number: z.string().optional(),
    }),
  ),
});
