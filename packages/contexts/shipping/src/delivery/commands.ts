import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { askedPieces } from '../pieces.ts';
import { reason } from '../reason.ts';

const ofDelivery = { deliveryId: z.string() };
/** Known by the sender, or the command's own id. */
const returnId = z.string().min(1).max(100).optional();
export const DISPOSITIONS = ['RESTOCK', 'SCRAP'] as const;

export const deliveryCommands = defineCommands({
  /** `lines`: what was found, null for all of it. What was not goes back to the plan, which decides with it. */
  PickDelivery: command(
    'deliveryId',
    z.object({
      ...ofDelivery,
      lines: z
        .array(askedPieces.extend({ quantity: z.int('it must be a whole number of pieces').min(0).max(1_000_000) }))
        .nullable()
        .default(null),
    }),
  ),
  /** Decided together with the order's plan, which knows whether it is cleared, held or stopped. */
  PackDelivery: command(
    'deliveryId',
    z.object({
      ...ofDelivery,
      /** Why it is packed although it is held or not cleared. */
      override: reason.nullable().default(null),
    }),
  ),
  DispatchDelivery: command(
    'deliveryId',
    z.object({
      ...ofDelivery,
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
      ...ofDelivery,
      place: z.string().trim().min(1).max(200),
      status: z.string().trim().min(1).max(200),
      sequence: z.number().int().min(0).default(0),
    }),
  ),
  ConfirmDelivery: command('deliveryId', z.object(ofDelivery)),
  /** The carrier could not hand it over: a person chooses between another try and back to sender. */
  FailDelivery: command('deliveryId', z.object({ ...ofDelivery, reason })),
  RetryDelivery: command('deliveryId', z.object(ofDelivery)),
  /** A failed delivery comes home: a return of everything. */
  SendBackDelivery: command('deliveryId', z.object({ ...ofDelivery, returnId, reason: reason.optional() })),
  /** Before it leaves; its pieces are open again. Decided together with the order's plan. */
  CancelDelivery: command('deliveryId', z.object({ ...ofDelivery, reason })),
  /** `lines`: null asks for everything that has not come back. */
  RequestReturn: command(
    'deliveryId',
    z.object({ ...ofDelivery, returnId, lines: z.array(askedPieces).nullable().default(null), reason }),
  ),
  /** What stands at the door, whether it was asked for or not; once per return. */
  ReceiveReturn: command(
    'deliveryId',
    z.object({
      ...ofDelivery,
      returnId,
      lines: z.array(askedPieces.extend({ disposition: z.enum(DISPOSITIONS) })).min(1, 'name what came back'),
    }),
  ),
});
