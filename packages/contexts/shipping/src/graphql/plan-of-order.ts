import type { PrismaTypes } from '@waybill/db/prisma';
import { batched, type GraphContext, jsonColumn, reads } from '@waybill/graphql';
import { planOf, type ShipmentRow } from '../read-models/shipments.ts';
import type { ShipmentPlan } from '../shipment-plan/shipment-plan.ts';

export type ShipmentShape = PrismaTypes['Shipment']['Shape'];

/** The JSON columns of a row, as the projection writes them. */
export const partsOf = ({ lines, inDeliveries, stopped, answers }: ShipmentShape) => ({
  lines: jsonColumn<ShipmentRow['lines']>(lines),
  inDeliveries: jsonColumn<ShipmentRow['inDeliveries']>(inDeliveries),
  stopped: jsonColumn<ShipmentRow['stopped']>(stopped),
  answers: jsonColumn<ShipmentRow['answers']>(answers),
});

export const planOfRow = (row: ShipmentShape): ShipmentPlan =>
  planOf({
    id: row.id,
    orderNumber: row.orderNumber,
    customerId: row.customerId,
    customerName: row.customerName,
    // No rule looks at where it goes.
    deliveryAddress: null,
    cleared: row.cleared,
    held: row.held,
    frozen: row.frozen,
    complete: row.complete,
    ...partsOf(row),
  });

export const shipmentOfOrder = batched(async (context: GraphContext, orderIds: readonly string[]) => {
  const rows = await reads(context).shipment.findMany({ where: { id: { in: [...orderIds] } } });
  return new Map(rows.map((row) => [row.id, row]));
});

export const planOfOrder = async (context: GraphContext, orderId: string): Promise<ShipmentPlan | undefined> => {
  const row = await shipmentOfOrder(context, orderId);
  return row && planOfRow(row);
};
