import type { Refusal } from '@waybill/kernel';
import { CurrencyUnknown } from './refusals.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const whyNoCurrency = (currency: string): Refusal | null =>
  CURRENCIES.has(currency) ? null : CurrencyUnknown({ currency });
