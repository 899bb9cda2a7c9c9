import { UNKNOWN } from '@waybill/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
import { randomInvoice } from '../testing/random-invoice.ts';
import { sumFaults } from '../testing/sum-faults.ts';
import { countryCode } from './country-code.ts';
import { electronicInvoice } from './electronic-invoice.ts';
import { electronicInvoiceOf } from './electronic-invoice-of.ts';

describe('an electronic invoice', () => {
  it('says in UBL what the invoice says', async () => {
    const [line, charge] = issued.data.lines;
    if (!line || !charge) throw new Error('the fixture has two lines');
    const lines = [{ ...line, discount: 30 }, charge];
    const xml = (await electronicInvoice({ ...issued.data, lines, terms: 'NET_14', dueDate: '2026-01-19' })) ?? '';
    const said = [
      '<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>',
      '<cbc:ID>INV-2026-000001</cbc:ID>',
      '<cbc:DueDate>2026-01-19</cbc:DueDate>',
      '<cbc:CompanyID>GB000000000</cbc:CompanyID>',
      '<cbc:RegistrationName>Ana Meyer</cbc:RegistrationName>',
      '<cbc:TaxAmount currencyID="GBP">3.06</cbc:TaxAmount>',
      '<cbc:TaxInclusiveAmount currencyID="GBP">22.35</cbc:TaxInclusiveAmount>',
      '<cbc:PayableAmount currencyID="GBP">22.35</cbc:PayableAmount>',
      '<cbc:AllowanceChargeReason>Discount</cbc:AllowanceChargeReason>',
      '<cbc:PriceAmount currencyID="GBP">665</cbc:PriceAmount>',
      '<cbc:BaseQuantity unitCode="C62">1000</cbc:BaseQuantity>',
    ];
    expect(said.filter((text) => !xml.includes(text))).toEqual([]);
    expect(xml).not.toContain('EndpointID');
    expect(await electronicInvoice(issued.data)).toContain(
      '<cbc:PayableAmount currencyID="GBP">0.00</cbc:PayableAmount>',
    );
  }, 30_000);

  it('names the VAT id of the buyer, where there is one', async () => {
    const buyer = async (buyerVatId: string | null) =>
      /<cac:AccountingCustomerParty>.*<\/cac:AccountingCustomerParty>/s.exec(
        (await electronicInvoice({ ...issued.data, buyerVatId })) ?? '',
      )?.[0];
    expect(await buyer('DE123456789')).toMatch(
      /<cac:PartyTaxScheme>\s*<cbc:CompanyID>DE123456789<\/cbc:CompanyID>\s*<cac:TaxScheme>\s*<cbc:ID>VAT</,
    );
    expect(await buyer(null)).not.toContain('PartyTaxScheme');
  }, 30_000);

  it('adds up as EN 16931 asks for, with net prices and with gross ones, of whole orders and of parts', async () => {
    const said = randomInvoice.filter(({ currency }) => currency !== 'KWD');
    await fc.assert(
      fc.asyncProperty(said, async (content) => {
        const xml = await electronicInvoice({ ...content, terms: 'NET_14' });
        expect(sumFaults(xml ?? '')).toEqual([]);
      }),
      // Each is checked against the whole schema, which takes its time.
      { numRuns: 8, endOnFailure: true },
    );
  }, 60_000);

  it('says net prices where the invoice has gross ones', async () => {
    const [line] = issued.data.lines;
    if (!line) throw new Error('the fixture has lines');
    const lines = [{ ...line, quantity: 3, unitPrice: '2.55', amount: 665, discount: 100, tax: 111 }];
    const taxes = [{ taxCode: line.taxCode, taxRate: line.taxRate, net: 554, tax: 111 }];
    const content = { ...issued.data, prices: 'GROSS' as const, lines, taxes, net: 554, tax: 111, total: 665 };
    const xml = (await electronicInvoice({ ...content, terms: 'NET_14' })) ?? '';
    const words = [
      '<cbc:LineExtensionAmount currencyID="GBP">5.54</cbc:LineExtensionAmount>',
      '<cbc:Amount currencyID="GBP">0.83</cbc:Amount>',
      '<cbc:PriceAmount currencyID="GBP">6.37</cbc:PriceAmount>',
      '<cbc:BaseQuantity unitCode="C62">3</cbc:BaseQuantity>',
      '<cbc:TaxInclusiveAmount currencyID="GBP">6.65</cbc:TaxInclusiveAmount>',
    ];
    expect(words.filter((text) => !xml.includes(text))).toEqual([]);
    expect(sumFaults(xml)).toEqual([]);
  }, 30_000);

  it('is made of what was kept before prices could be gross', async () => {
    const { prices: _, ...before } = issued.data;
    expect(await electronicInvoiceOf(before)).toBe(await electronicInvoice(issued.data));
  }, 30_000);

  it('is not made where the standard has no words for it', async () => {
    const { data } = issued;
    const taxes = data.taxes.map((group) => ({ ...group, taxCode: 'NOT_STATED' }));
    const others = [
      { ...data, taxes },
      { ...data, currency: 'KWD' },
      { ...data, customerName: null },
      { ...data, billingAddress: { country: 'Unspecified' } },
      { ...data, seller: { ...data.seller, address: UNKNOWN } },
    ];
    for (const content of others) expect(await electronicInvoice(content)).toBeUndefined();
  });
});

it('knows countries by their names', () => {
  const names = ['United Kingdom', 'EIRE', 'USA', 'France', 'RSA', 'European Community', ''];
  expect(names.map(countryCode)).toEqual(['GB', 'IE', 'US', 'FR', 'ZA', undefined, undefined]);
});
