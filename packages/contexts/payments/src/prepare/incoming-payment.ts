import type { Prepare } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import type { OrderDirectory } from './order-directory.ts';

const NUMBER = /\bORD-\d{4}-\d{6,}\b/i;
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Where an order can be named: its id, its number, or somewhere in what the payer wrote. */
const candidates = (orderId: string | null, written: string | null): readonly string[] => {
  const number = written?.match(NUMBER)?.[0].toUpperCase();
  return [...new Set([orderId, written, number ?? null])].filter((name) => name !== null);
};

/**
 * Completes `{orderId?, orderReference?, channel, reference, method?, amount, currency}`: the payment's id from channel
 * and reference, and the order it is for. An order that is not found is no refusal: the money is here.
 */
export const prepareIncomingPayment =
  (orders: OrderDirectory): Prepare =>
  async (input) => {
    const channel = text(input.channel) ?? '';
    const reference = text(input.reference) ?? '';
    const asked = text(input.orderId);
    const written = text(input.orderReference);
    let orderId: string | null = null;
    for (const name of candidates(asked, written)) orderId ??= (await orders.find(name))?.orderId ?? null;
    const data = {
      ...input,
      paymentId: derivedId('payment', channel, reference),
      orderId,
      orderReference: written ?? asked,
      channel,
      reference,
      method: text(input.method) ?? 'BANK_TRANSFER',
    };
    return { kind: 'prepared', data };
  };
