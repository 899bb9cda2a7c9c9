import { sharedEnum } from '@waybill/graphql';
import { paymentTerms, priceBasis, shortagePolicy } from '../terms.ts';

export const PaymentTermsRef = sharedEnum('PaymentTerms', paymentTerms.options);
export const ShortagePolicyRef = sharedEnum('ShortagePolicy', shortagePolicy.options);
export const PriceBasisRef = sharedEnum('PriceBasis', priceBasis.options);
