export { type Clock, localDate, systemClock } from './clock.ts';
export { accept, type Decision, defer, nothing, refuse } from './decision.ts';
export { type DocumentTotals, documentTotals, type TaxableLine, type TaxTotal } from './document.ts';
export { grouped } from './grouped.ts';
export { derivedId, isId, newId } from './ids.ts';
export { lineTaxes } from './line-taxes.ts';
export { addDays, endOfLocalDay, startOfLocalDay } from './local-day.ts';
export { exponentOf, formatMoney, lineAmount, type Money, majorUnits, minorUnits } from './money.ts';
export { type DivisibleLine, type DocumentPart, documentPart, proportion, type Quantities } from './parts.ts';
export { perTick } from './per-tick.ts';
export { percentOf } from './percent-of.ts';
export { type PriceBasis, priceWithTax, withoutTax } from './price-basis.ts';
export {
  type AnyRefusalDefinition,
  type Refusal,
  type RefusalDefinition,
  type RefusalDetail,
  type RefusalField,
  refusal,
} from './refusal.ts';
export { spread } from './spread.ts';
