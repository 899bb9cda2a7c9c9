/** Codes of the file that are no goods: inside an order they are charges, invoiced and never shipped. */
const CHARGES: ReadonlyMap<string, string> = new Map([
  ['POST', 'Postage'],
  ['DOT', 'Dotcom postage'],
  ['C2', 'Carriage'],
  ['M', 'Manual'],
  ['D', 'Discount'],
  ['S', 'Samples'],
  ['AMAZONFEE', 'Amazon fee'],
  ['BANK CHARGES', 'Bank charges'],
]);

const FEES: ReadonlySet<string> = new Set(['AMAZONFEE', 'BANK CHARGES']);

/** Every other code is goods, however it looks: gift_0001_20, DCGSSGIRL, PADS. Codes are upper-case. */
export const isCharge = (code: string): boolean => CHARGES.has(code);
/** What others charged the shop: alone in a document, that is no sale. */
export const isFee = (code: string): boolean => FEES.has(code);
/** The text of a line that has none of its own. */
export const textOf = (code: string): string => CHARGES.get(code) ?? code;
