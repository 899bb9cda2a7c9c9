import { type Invoice, InvoiceService } from '@e-invoice-eu/core';
import { isUnknown } from '@waybill/engine';
import { exponentOf, majorUnits } from '@waybill/kernel';
import type { InvoiceContent } from '../invoice/events.ts';
import { countryCode } from './country-code.ts';
import { type NetLine, netLines } from './net-lines.ts';

const VAT = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };

/** EN 16931's category of a tax rate: standard, or zero-rated. */
const categoryOf = ({ taxRate }: { readonly taxRate: string }) => ({
  'cbc:ID': Number(taxRate) > 0 ? 'S' : 'Z',
  'cbc:Percent': String(Number(taxRate)),
  ...VAT,
});

/** A money field with its currency, as UBL writes it. */
const moneyOf = (currency: string) => (name: string, amount: number) => ({
  [name]: majorUnits({ amount, currency }),
  [`${name}@currencyID`]: currency,
});
type Money = ReturnType<typeof moneyOf>;

/** A unit price has any number of decimals, an amount here two: 0.665 is the price of 1,000 pieces at 665. */
const priceOf = ({ unitPrice, per }: NetLine, currency: string) => {
  const decimals = unitPrice.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  const pieces = decimals > 2 ? 10 ** decimals : per;
  return {
    'cbc:PriceAmount': decimals > 2 ? (Number(unitPrice) * pieces).toFixed(0) : Number(unitPrice).toFixed(decimals),
    'cbc:PriceAmount@currencyID': currency,
    ...(pieces === 1 ? {} : { 'cbc:BaseQuantity': String(pieces), 'cbc:BaseQuantity@unitCode': 'C62' }),
  };
};

const lineOf = (line: NetLine, position: number, money: Money, currency: string) => ({
  'cbc:ID': String(position),
  'cbc:InvoicedQuantity': String(line.quantity),
  'cbc:InvoicedQuantity@unitCode': 'C62',
  ...money('cbc:LineExtensionAmount', line.amount),
  ...(line.discount > 0
    ? {
        'cac:AllowanceCharge': [
          {
            'cbc:ChargeIndicator': 'false',
            'cbc:AllowanceChargeReason': 'Discount',
            ...money('cbc:Amount', line.discount),
          },
        ],
      }
    : {}),
  'cac:Item': {
    'cbc:Name': line.description,
    'cac:SellersItemIdentification': { 'cbc:ID': line.sku },
    'cac:ClassifiedTaxCategory': categoryOf(line),
  },
  'cac:Price': priceOf(line, currency),
});

const totalsOf = ({ net, tax, total, terms, taxes }: InvoiceContent, money: Money) => ({
  'cac:TaxTotal': [
    {
      ...money('cbc:TaxAmount', tax),
      'cac:TaxSubtotal': taxes.map((group) => ({
        ...money('cbc:TaxableAmount', group.net),
        ...money('cbc:TaxAmount', group.tax),
        'cac:TaxCategory': categoryOf(group),
      })),
    },
  ],
  'cac:LegalMonetaryTotal': {
    ...money('cbc:LineExtensionAmount', net),
    ...money('cbc:TaxExclusiveAmount', net),
    ...money('cbc:TaxInclusiveAmount', total),
    ...(terms === 'PREPAID' ? money('cbc:PrepaidAmount', total) : {}),
    ...money('cbc:PayableAmount', terms === 'PREPAID' ? 0 : total),
  },
});

/** The library asks for an electronic address, as Peppol does. The standard does not, and none is known here: it is taken out. */
const NO_ENDPOINT = { 'cbc:EndpointID': 'none', 'cbc:EndpointID@schemeID': 'EM' };
const ENDPOINT = /\s*<cbc:EndpointID[^>]*>none<\/cbc:EndpointID>/g;

interface Party {
  readonly name: string;
  readonly country: string;
  readonly address: { readonly line1?: string; readonly city?: string; readonly postcode?: string };
}
/** `vat`: how the party is registered for VAT; undefined where that is not known. */
const partyOf = <Vat>({ name, country, address }: Party, vat: Vat | undefined) => ({
  ...NO_ENDPOINT,
  'cac:PostalAddress': {
    ...(address.line1 ? { 'cbc:StreetName': address.line1 } : {}),
    ...(address.city ? { 'cbc:CityName': address.city } : {}),
    ...(address.postcode ? { 'cbc:PostalZone': address.postcode } : {}),
    'cac:Country': { 'cbc:IdentificationCode': country },
  },
  ...(vat === undefined ? {} : { 'cac:PartyTaxScheme': vat }),
  'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
});

const registration = (vatId: string) => (vatId === '' ? undefined : { 'cbc:CompanyID': vatId, ...VAT });

/** The two parties, where both are known with a country that has a code. */
const partiesOf = ({ seller, customerName, billingAddress, buyerVatId }: InvoiceContent) => {
  if (isUnknown(seller.address) || isUnknown(seller.iban) || customerName === null || billingAddress === null) return;
  const [sells, buys] = [countryCode(seller.address.country), countryCode(billingAddress.country)];
  if (!sells || !buys) return;
  const [sellersVatId, buyersVatId] = [seller.vatNumber.replaceAll(' ', ''), buyerVatId ?? ''].map(registration);
  // The standard knows two registrations of a seller, and one of a buyer.
  const supplier = partyOf(
    { name: seller.legalName, country: sells, address: seller.address },
    sellersVatId && [sellersVatId],
  );
  const customer = partyOf({ name: customerName, country: buys, address: billingAddress }, buyersVatId);
  return { supplier, customer };
};

/**
 * An invoice as UBL 2.1 by EN 16931; undefined where the standard has no words for it: a tax that is not stated, a
 * currency of three decimals, a country without a code, a person who is forgotten, or a seller who was captured without
 * an address of parts. The library checks the content against its schema, and throws where it does not fit.
 */
export const electronicInvoice = async (content: InvoiceContent): Promise<string | undefined> => {
  const { currency, number, issueDate, dueDate, orderNumber, seller, taxes } = content;
  const parties = partiesOf(content);
  if (!parties || exponentOf(currency) > 2 || taxes.some(({ taxCode }) => taxCode === 'NOT_STATED')) return undefined;
  const money = moneyOf(currency);
  const invoice = {
    'ubl:Invoice': {
      'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
      'cbc:ID': number,
      'cbc:IssueDate': issueDate,
      'cbc:DueDate': dueDate,
      'cbc:InvoiceTypeCode': '380',
      'cbc:DocumentCurrencyCode': currency,
      'cac:OrderReference': { 'cbc:ID': orderNumber },
      'cac:AccountingSupplierParty': { 'cac:Party': parties.supplier },
      'cac:AccountingCustomerParty': { 'cac:Party': parties.customer },
      'cac:PaymentMeans': [
        {
          'cbc:PaymentMeansCode': '30',
          'cbc:PaymentID': number,
          'cac:PayeeFinancialAccount': { 'cbc:ID': isUnknown(seller.iban) ? '' : seller.iban.replaceAll(' ', '') },
        },
      ],
      ...totalsOf(content, money),
      'cac:InvoiceLine': netLines(content).map((line, index) => lineOf(line, index + 1, money, currency)),
    },
  };
  const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
  // Its type lists every code of the standard; whether ours are among them is what it checks.
  const options = { format: 'UBL', lang: 'en' };
  const xml = await new InvoiceService(quiet).generate(invoice as unknown as Invoice, options);
  return String(xml).replaceAll(ENDPOINT, '');
};
