import { defineProjection, type EventOf, isUnknown, orNull, type Recorded } from '@waybill/engine';
import type { Address, ShippingLine } from '@waybill/sales/contract';
import { countOf, linesOf, type Pieces, totalOf } from '../pieces.ts';
import { shipmentPlanEvents } from '../shipment-plan/events.ts';
import { empty, evolve, openOf, type ShipmentPlan } from '../shipment-plan/shipment-plan.ts';

/** What shipping answered to a cancellation; `code` and `message` where it had to refuse. */
export interface CancellationAnswer {
  /** Null where nobody wrote it down. */
  readonly cancellationId: string | null;
  readonly at: string;
  readonly reason: string | null;
  /** What was stopped; null where it was refused, or where all was and nobody wrote down what. */
  readonly lines: readonly Pieces[] | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** A row of shipping.shipments: what may still leave the house for one order. Instants as ISO texts. */
export interface ShipmentRow {
  /** The order's. */
  readonly id: string;
  readonly orderNumber: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly deliveryAddress: Address | null;
  readonly lines: readonly ShippingLine[];
  readonly inDeliveries: readonly { readonly deliveryId: string; readonly lines: readonly Pieces[] }[];
  readonly stopped: readonly Pieces[];
  readonly openPieces: number;
  readonly cleared: boolean;
  readonly held: string | null;
  readonly frozen: boolean;
  readonly complete: boolean;
  readonly answers: readonly CancellationAnswer[];
  readonly plannedAt: string;
  readonly version: number;
}

/** The plan that a row tells of, for the rules that decide upon it. */
export const planOf = (row: Omit<ShipmentRow, 'openPieces' | 'plannedAt' | 'version'>): ShipmentPlan => {
  const { orderNumber, customerId, customerName, deliveryAddress, lines, cleared, held, frozen, complete } = row;
  return {
    planned: { orderNumber, customerId, customerName, deliveryAddress, lines: [...lines] },
    cleared,
    held,
    frozen,
    complete,
    deliveries: new Map(row.inDeliveries.map(({ deliveryId, lines: inside }) => [deliveryId, countOf(inside)])),
    stopped: countOf(row.stopped),
    answered: new Set(row.answers.flatMap(({ cancellationId }) => cancellationId ?? [])),
  };
};

type Event = Recorded<EventOf<typeof shipmentPlanEvents>>;

const answerOf = (event: Event): readonly CancellationAnswer[] => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'ShipmentStopped': {
      const { cancellationId, reason, lines } = event.data;
      const stopped = isUnknown(lines) ? null : lines;
      return [{ cancellationId: orNull(cancellationId), at, reason, lines: stopped, code: null, message: null }];
    }
    case 'ShipmentStopRefused': {
      const { cancellationId, code, message } = event.data;
      return [{ cancellationId: orNull(cancellationId), at, reason: null, lines: null, code, message }];
    }
    default:
      return [];
  }
};

/** One row per order that shipping knows, folded by the plan's own rules. */
export const shipments = defineProjection({
  name: 'shipping.shipments',
  version: 1,
  events: Object.values(shipmentPlanEvents),
  table: { schema: 'shipping', name: 'shipments', key: 'id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (row: ShipmentRow | undefined, event, id): ShipmentRow | undefined => {
    const plan = evolve(row ? planOf(row) : empty, event);
    if (!plan.planned) return row;
    const { orderNumber, customerId, customerName, deliveryAddress, lines } = plan.planned;
    return {
      id,
      orderNumber,
      customerId,
      customerName,
      deliveryAddress,
      lines,
      inDeliveries: [...plan.deliveries].map(([deliveryId, count]) => ({ deliveryId, lines: linesOf(count) })),
      stopped: linesOf(plan.stopped),
      openPieces: totalOf(openOf(plan)),
      cleared: plan.cleared,
      held: plan.held,
      frozen: plan.frozen,
      complete: plan.complete,
      answers: [...(row?.answers ?? []), ...answerOf(event)],
      plannedAt: row?.plannedAt ?? event.occurredAt.toISOString(),
      version: event.version,
    };
  },
});
