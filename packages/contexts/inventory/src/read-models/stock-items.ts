import { defineProjection } from '@waybill/engine';
import { type StockItemEvent, stockItemEvents } from '../stock-item/events.ts';
import { placeOf } from '../stock-item/ids.ts';
import { figuresAfter } from './figures-after.ts';
import { KEPT, type Movement, movementOf } from './movement.ts';
import { availableOf, type StockFigures, type StockStatus, stockStatusOf, urgencyOf } from './stock-status.ts';

/** A row of inventory.stock_items, in pieces. */
export interface StockItemRow extends StockFigures {
  /** '<sku>@<warehouse>' */
  readonly id: string;
  readonly sku: string;
  readonly warehouse: string;
  readonly status: StockStatus;
  readonly urgency: number;
  readonly available: number;
  /** Left the house though the books did not have them, since the last count. */
  readonly missing: number;
  /** The last ones, newest first. */
  readonly movements: readonly Movement[];
  readonly version: number;
  readonly search: string;
  readonly updatedAt: string;
}

const none: StockFigures = { counted: false, onHand: 0, reserved: 0, backordered: 0 };

const figuresOf = ({ counted, onHand, reserved, backordered }: StockFigures): StockFigures => ({
  counted,
  onHand,
  reserved,
  backordered,
});

/** A count makes good whatever was missing. */
const missingAfter = (before: number, event: StockItemEvent, counted: boolean): number => {
  if (event.type === 'StockAdjusted') return 0;
  if (event.type !== 'StockShipped' || !counted || event.data.was === 'UNCOUNTED') return before;
  return before + event.data.quantity - event.data.taken;
};

/** One row per SKU and warehouse: what is there, what is promised, and who waits. */
export const stockItems = defineProjection({
  name: 'inventory.stock_items',
  version: 1,
  events: Object.values(stockItemEvents) as (typeof stockItemEvents)[keyof typeof stockItemEvents][],
  table: { schema: 'inventory', name: 'stock_items', key: 'id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (row: StockItemRow | undefined, event, id): StockItemRow => {
    const { sku, warehouse } = placeOf(id) ?? event.data;
    const figures = figuresAfter(row ? figuresOf(row) : none, event);
    const status = stockStatusOf(figures);
    return {
      id,
      sku,
      warehouse,
      ...figures,
      status,
      urgency: urgencyOf(status),
      available: availableOf(figures),
      missing: missingAfter(row?.missing ?? 0, event, figures.counted),
      movements: [movementOf(event, figures), ...(row?.movements ?? [])].slice(0, KEPT),
      version: event.version,
      search: `${sku} ${warehouse}`.toLowerCase(),
      updatedAt: event.recordedAt.toISOString(),
    };
  },
});
