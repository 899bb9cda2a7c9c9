import { describe, expect, it } from 'vitest';
import { added, drafted, fold, told } from '../testing/board-story.ts';
import { customer } from '../testing/documents.ts';

const at = '2026-01-05T09:00:00.000Z';

describe('The board of orders, of a draft', () => {
  it('lists a draft by when it was drafted, with what it comes to so far', () =>
    expect(fold(drafted, added)).toMatchObject({
      orderStatus: 'DRAFT',
      version: 2,
      listedAt: at,
      placedAt: null,
      lineCount: 1,
      net: 1530,
      tax: 306,
      total: 1836,
      search: 'ord-2026-000001 ada ltd mug',
    }));

  it('shows what discounts leave of a draft', () => {
    const ten = { discountId: 'D1', description: 'Spring', percent: '10', amount: null, lineId: null };
    const applied = told('DiscountApplied', ten);
    expect(fold(drafted, added, applied)).toMatchObject({ net: 1377, tax: 275, total: 1652 });
    const more = told('ItemQuantityChanged', { lineId: 'L1', quantity: 10, amount: 2550 });
    expect(fold(drafted, added, applied, more)).toMatchObject({ net: 2295 });
    const ofMugs = told('DiscountApplied', { ...ten, lineId: 'L1' });
    const less = told('ItemRemovedFromOrder', { lineId: 'L1' });
    expect(fold(drafted, added, ofMugs, less, added)).toMatchObject({ net: 1530 });
  });

  it('takes the tax out of a draft with gross prices', () => {
    const number = 'ORD-2026-000001';
    const gross = told('OrderDrafted', { number, ...customer, currency: 'GBP', prices: 'GROSS' });
    const six = { discountId: 'D1', description: 'Spring', percent: null, amount: 30, lineId: null };
    expect(fold(gross, added)).toMatchObject({ prices: 'GROSS', net: 1275, tax: 255, total: 1530 });
    expect(fold(gross, added, told('DiscountApplied', six))).toMatchObject({ net: 1250, tax: 250, total: 1500 });
  });

  it('follows changes of a draft', () => {
    const more = told('ItemQuantityChanged', { lineId: 'L1', quantity: 10, amount: 2550 });
    expect(fold(drafted, added, more)).toMatchObject({ net: 2550, lineCount: 1 });
    const less = told('ItemRemovedFromOrder', { lineId: 'L1' });
    expect(fold(drafted, added, less)).toMatchObject({ net: 0, lineCount: 0, search: 'ord-2026-000001 ada ltd' });
    const abroad = told('DeliveryAddressChanged', { customerId: 'c1', address: { country: 'France' } });
    expect(fold(drafted, abroad)).toMatchObject({ country: 'France' });
  });
});
