import { exponentOf, minorUnits } from '@waybill/kernel';

const inside = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => text);
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
/** Minor units by which rounded parts may be off what is computed from them alone. */
const ROUNDING = 3;

/** The sums that EN 16931 asks of an invoice in UBL: the names of those rules that do not hold. */
export const sumFaults = (xml: string): string[] => {
  const lines = inside(xml, 'cac:InvoiceLine');
  const head = xml.replace(/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s, '');
  const [currency = ''] = inside(head, 'cbc:DocumentCurrencyCode');
  const minor = (part: string, tag: string) => minorUnits(inside(part, tag)[0] ?? '0', currency);
  const rate = (part: string) => Number(inside(part, 'cbc:Percent')[0]);
  const net = (line: string) => minor(line, 'cbc:LineExtensionAmount');
  /** Quantity times the price of so many pieces, less the discount. */
  const priced = (line: string) => {
    const [quantity = '', per = '1'] = [...inside(line, 'cbc:InvoicedQuantity'), ...inside(line, 'cbc:BaseQuantity')];
    // A price may have more decimals than its currency.
    const price = Number(inside(line, 'cbc:PriceAmount')[0]) * 10 ** exponentOf(currency);
    return (price * Number(quantity)) / Number(per) - minor(line, 'cbc:Amount');
  };
  const groups = inside(head, 'cac:TaxSubtotal');
  const taxes = sum(groups.map((group) => minor(group, 'cbc:TaxAmount')));
  const [, tax = ''] = /<cac:TaxTotal>\s*<cbc:TaxAmount[^>]*>([^<]*)</.exec(head) ?? [];
  const rules: readonly (readonly [name: string, holds: boolean])[] = [
    ['it has lines', lines.length > 0],
    ['BR-CO-10', sum(lines.map(net)) === net(head)],
    ['BR-CO-13', net(head) === minor(head, 'cbc:TaxExclusiveAmount')],
    ['BR-CO-14', taxes === minorUnits(tax, currency)],
    ['BR-CO-15', net(head) + taxes === minor(head, 'cbc:TaxInclusiveAmount')],
    ...groups.flatMap((group) => {
      const taxable = minor(group, 'cbc:TaxableAmount');
      const due = (taxable * rate(group)) / 100;
      return [
        [`BR-S-08 at ${rate(group)} %`, sum(lines.filter((line) => rate(line) === rate(group)).map(net)) === taxable],
        [`BR-CO-17 at ${rate(group)} %`, Math.abs(due - minor(group, 'cbc:TaxAmount')) <= ROUNDING],
      ] as const;
    }),
    ...lines.map(
      (line, at) => [`line ${at + 1} is its price`, Math.abs(priced(line) - net(line)) <= ROUNDING] as const,
    ),
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
};
