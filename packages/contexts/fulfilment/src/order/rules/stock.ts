import { type CommandMessage, send } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import type { LineQuantity } from '@waybill/sales/contract';
import { inventory, MAIN_WAREHOUSE, reservationIdOf, sales, stockIdOf } from '../../neighbours.ts';
import { type GoodsLine, hasTaken, type Progress } from '../facts/progress.ts';
import { isAnswered, isGoingOn, isOnCredit, wantedGoods } from '../facts/read.ts';
import { type Rule, when } from './rule.ts';

const nameOf = (orderId: string, { sku, lineId }: Pick<GoodsLine, 'sku' | 'lineId'>) => ({
  stockId: stockIdOf(sku),
  reservationId: reservationIdOf(orderId, lineId),
});

/** On credit, or of long ago: what is reserved for it never lapses. */
const isFirm = (progress: Progress): boolean => progress.placed?.historic === true || isOnCredit(progress);

/** What is there for the order does not lapse any more. */
export const firmAll = (progress: Progress, orderId: string): readonly CommandMessage[] =>
  (isFirm(progress) ? [] : wantedGoods(progress)).map((line) => send(inventory.FirmReservation, nameOf(orderId, line)));

/** `lines` null: everything that was reserved. */
export const releaseStock = (
  { placed }: Progress,
  orderId: string,
  lines: readonly LineQuantity[] | null,
  reason: string,
): readonly CommandMessage[] =>
  (placed?.goods ?? []).flatMap((line) => {
    const asked = lines?.find(({ lineId }) => lineId === line.lineId);
    if (lines && !asked) return [];
    return send(inventory.ReleaseReservation, { ...nameOf(orderId, line), quantity: asked?.quantity ?? null, reason });
  });

/** Every line of goods is reserved. */
export const reserve: Rule = (progress, orderId) => {
  const { goods = [], shortage } = progress.placed ?? {};
  return when(goods.length > 0, () => ({
    key: 'reserve',
    commands: () =>
      goods.map((line) =>
        send(inventory.ReserveStock, {
          ...nameOf(orderId, line),
          ...{ sku: line.sku, warehouse: MAIN_WAREHOUSE, orderId, lineId: line.lineId, quantity: line.quantity },
          backorder: shortage !== 'CANCEL',
          firm: isFirm(progress),
        }),
      ),
  }));
};

const some = (progress: Progress, state: 'WAITING' | 'REJECTED'): boolean =>
  wantedGoods(progress).some(({ lineId }) => progress.stock[lineId] === state);

/** While some of it waits for goods, the rest of it does not lapse. */
export const keep: Rule = (progress, orderId) =>
  when(isGoingOn(progress) && isAnswered(progress) && some(progress, 'WAITING'), () => ({
    key: 'keep',
    commands: () => firmAll(progress, orderId),
  }));

/** Not all of it is there, and it is not wanted in part or later. */
export const shortage: Rule = (progress, orderId) =>
  when(isGoingOn(progress) && isAnswered(progress) && some(progress, 'REJECTED'), () => ({
    key: 'shortage',
    commands: () => [
      send(sales.CancelOrder, {
        orderId,
        reason: 'Not all of it is in stock',
        cancellationId: derivedId('shortage', orderId),
      }),
    ],
  }));

/** What left the house is taken from what was reserved. What never was reserved is not. */
export const ship: Rule = ({ placed, deliveries }, orderId) =>
  placed?.goods
    ? Object.entries(deliveries).flatMap(([deliveryId, { lines }]) =>
        when(lines !== null, () => ({
          key: `ship ${deliveryId}`,
          commands: () =>
            (lines ?? []).map((line) =>
              send(inventory.ShipReserved, { ...nameOf(orderId, line), deliveryId, quantity: line.quantity }),
            ),
        })),
      )
    : [];

/** What came back is on the shelf again, or scrap. */
export const restock: Rule = ({ placed, returns }, orderId) =>
  placed?.goods
    ? returns.map(({ returnId, lines }) => ({
        key: `restock ${returnId}`,
        commands: () =>
          lines.map(({ lineId, sku, quantity, disposition }, at) =>
            send(inventory.ReturnStock, {
              ...{ stockId: stockIdOf(sku), returnId: derivedId('restock', returnId, at) },
              ...{ orderId, lineId, quantity, disposition },
            }),
          ),
      }))
    : [];

/** All that is wanted is promised; of an order that stock is not kept for, nothing has to be. */
export const isPromised = (progress: Progress): boolean =>
  wantedGoods(progress).every(({ lineId }) => ['RESERVED', 'LAPSED'].includes(progress.stock[lineId] ?? '')) ||
  hasTaken(progress, 'confirm');
