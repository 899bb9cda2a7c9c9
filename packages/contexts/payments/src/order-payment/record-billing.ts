import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing } from '@waybill/kernel';
import type { orderPaymentCommands } from './commands.ts';
import type { OrderPaymentEvent } from './events.ts';
import type { OrderPaymentState } from './state.ts';

/** A document is a fact: it is taken as it is, and once. */
export const recordBilling = (
  { documentId, amount, currency }: CommandData<typeof orderPaymentCommands.RecordBilling>,
  { billed }: OrderPaymentState,
): Decision<OrderPaymentEvent> =>
  billed.some((known) => known.documentId === documentId)
    ? nothing
    : accept<OrderPaymentEvent>({ type: 'BillingRecorded', data: { documentId, amount, currency } });
