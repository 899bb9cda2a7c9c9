import type { Refusal } from '@waybill/kernel';

/** What a person can do with an invoice now. Nothing yet: it is issued, paid and stored by processes. */
export const invoiceActions = (): readonly { readonly name: string; readonly refusal?: Refusal }[] => [];
