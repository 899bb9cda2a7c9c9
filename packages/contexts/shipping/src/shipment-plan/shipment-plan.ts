import type { EventOf } from '@waybill/engine';
import type { ShippingLine } from '@waybill/sales/contract';
import type { shipmentPlanEvents } from './events.ts';

type Planned = EventOf<typeof shipmentPlanEvents> & { readonly type: 'ShipmentPlanned' };

/** What may leave the house for one order. `planned` is null until shipping has its copy of the order. */
export interface ShipmentPlan {
  readonly planned: Planned['data'] | null;
  readonly cleared: boolean;
  readonly stopped: boolean;
  /** Packed once: from then on neither the address changes nor can the order be stopped. */
  readonly frozen: boolean;
  /** Pieces in deliveries, by line. */
  readonly scheduled: Readonly<Record<string, number>>;
}

export const empty: ShipmentPlan = { planned: null, cleared: false, stopped: false, frozen: false, scheduled: {} };

/** What is ordered and in no delivery yet. */
export const openLines = ({ planned, scheduled }: ShipmentPlan): ShippingLine[] =>
  (planned?.lines ?? [])
    .map((line) => ({ ...line, quantity: line.quantity - (scheduled[line.lineId] ?? 0) }))
    .filter(({ quantity }) => quantity > 0);

export const evolve = (plan: ShipmentPlan, event: EventOf<typeof shipmentPlanEvents>): ShipmentPlan => {
  switch (event.type) {
    case 'ShipmentPlanned':
      return { ...plan, planned: event.data };
    case 'DeliveryCleared':
      return { ...plan, cleared: true };
    case 'DeliveryPlanned': {
      const scheduled = { ...plan.scheduled };
      for (const { lineId, quantity } of event.data.lines) scheduled[lineId] = (scheduled[lineId] ?? 0) + quantity;
      return { ...plan, scheduled };
    }
    case 'AddressFrozen':
      return { ...plan, frozen: true };
    case 'ShipmentStopped':
      return { ...plan, stopped: true };
    case 'ShipmentStopRefused':
      return plan;
  }
};
