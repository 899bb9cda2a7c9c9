import type { OrderOfPage } from './progress.ts';

/** Whether an order is paid before anything leaves the house; until terms are agreed it is. */
export const settledBy = (terms: OrderOfPage['terms']): 'paidFirst' | 'onCredit' =>
  terms === null || terms === 'PREPAID' ? 'paidFirst' : 'onCredit';
