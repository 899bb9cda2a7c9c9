import { orUnknown } from '@waybill/engine';
import { address } from '@waybill/sales/contract';
import { z } from 'zod';

/** Who sells, as it was once captured. It never changes. */
export const sellerV1 = z.object({
  legalName: z.string(),
  addressLines: z.array(z.string()),
  vatNumber: z.string(),
  bank: z.string(),
});
/** Who sells, as printed on the document. */
export const seller = sellerV1.extend({ address: orUnknown(address), iban: orUnknown(z.string()) });
export type Seller = z.output<typeof seller>;
