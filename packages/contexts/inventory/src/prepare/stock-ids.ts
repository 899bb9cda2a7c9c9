import type { Prepare } from '@waybill/engine';
import { newId } from '@waybill/kernel';
import { MAIN_WAREHOUSE, stockIdOf } from '../stock-item/ids.ts';

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/**
 * Whoever names SKU and warehouse need not name the item's id, and whoever has no number of their own for what they record
 * gets one.
 */
const completed =
  (ownId: string): Prepare =>
  async (input) => {
    const sku = textIn(input.sku)?.toUpperCase();
    const warehouse = (textIn(input.warehouse) ?? MAIN_WAREHOUSE).toUpperCase();
    const place = sku ? { stockId: stockIdOf(sku, warehouse), sku, warehouse } : {};
    return {
      kind: 'prepared',
      data: { ...place, ...input, ...(sku ? { sku, warehouse } : {}), [ownId]: textIn(input[ownId]) ?? newId() },
    };
  };

/** By command. */
export const prepareStock: Readonly<Record<string, Prepare>> = {
  ReceiveStock: completed('receiptId'),
  AdjustStock: completed('adjustmentId'),
  ReturnStock: completed('returnId'),
};
