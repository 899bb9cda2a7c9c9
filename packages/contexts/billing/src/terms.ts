import { addDays } from '@waybill/kernel';
import { z } from 'zod';

/** When an order is to be paid: before it is invoiced, or so many days after. */
export const terms = z.enum(['PREPAID', 'NET_14', 'NET_30']);
export type Terms = z.output<typeof terms>;

const DAYS: Readonly<Record<Terms, number>> = { PREPAID: 0, NET_14: 14, NET_30: 30 };

/** The calendar day by whose end an invoice of this day is to be paid. */
export const dueDateOf = (of: Terms, issueDate: string): string => addDays(issueDate, DAYS[of]);
