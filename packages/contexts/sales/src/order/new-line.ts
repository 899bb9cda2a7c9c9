import { lineAmount } from '@waybill/kernel';
import type { OrderCharge, OrderItem } from './commands.ts';
import type { OrderLine } from './line.ts';

/** A line with the product as it is captured now. */
export const goodsLine = (item: OrderItem): OrderLine => ({
  lineId: item.lineId,
  kind: 'GOODS',
  sku: item.sku,
  description: item.description,
  quantity: item.quantity,
  unitPrice: item.unitPrice,
  taxCode: item.taxCode,
  taxRate: item.taxRate,
  weightGrams: item.weightGrams,
  size: item.size,
  amount: lineAmount(item.quantity, item.unitPrice, item.currency),
});

/** Postage or a fee: invoiced, never picked. */
export const chargeLine = (charge: OrderCharge): OrderLine => ({
  lineId: charge.lineId,
  kind: 'CHARGE',
  sku: charge.code,
  description: charge.description,
  quantity: charge.quantity,
  unitPrice: charge.unitPrice,
  taxCode: charge.taxCode,
  taxRate: charge.taxRate,
  weightGrams: null,
  size: null,
  amount: lineAmount(charge.quantity, charge.unitPrice, charge.currency),
});
