import { sharedEnum } from '@waybill/graphql';
import { paymentTerms, shortagePolicy } from '../terms.ts';

export const PaymentTermsRef = sharedEnum('PaymentTerms', paymentTerms.options);
export const ShortagePolicyRef = sharedEnum('ShortagePolicy', shortagePolicy.options);
