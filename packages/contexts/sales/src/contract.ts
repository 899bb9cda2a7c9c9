export { type Address, address } from './address.ts';
export { isHistoric } from './historic.ts';
export { orderCommands } from './order/commands.ts';
export { type Discount, discount, priced, withDiscount } from './order/discount.ts';
export { orderEvents } from './order/events.ts';
export {
  type BillingLine,
  billingLine,
  type DiscountedLine,
  discountedLine,
  type LineQuantity,
  lineQuantity,
  type PieceSize,
  type ShippingLine,
  shippingLine,
  sizeless,
  sizelessShippingLine,
} from './order/line.ts';
export type { OverCredit } from './order/over-credit.ts';
export {
  netPrices,
  type PaymentTerms,
  paymentTerms,
  priceBasis,
  type ShortagePolicy,
  shortagePolicy,
} from './terms.ts';
