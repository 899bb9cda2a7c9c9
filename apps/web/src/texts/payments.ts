import type { UnallocatedReason } from '../graphql/generated/documents.ts';

export const payments = {
  title: 'Payments to match',
  about: 'Money that arrived and could not be put to an order. It is never refused and never lost.',
  arrived: 'Arrived',
  reference: 'Reference',
  channel: 'Where',
  named: 'Payer wrote',
  reason: 'Why it waits',
  amount: 'Waiting',
  reasons: {
    TOO_MUCH: 'More than was open',
    ORDER_CANCELLED: 'The order is cancelled',
    UNKNOWN_ORDER: 'No such order',
    OTHER_CURRENCY: 'Another currency',
  } satisfies Record<UnallocatedReason, string>,
  openOrder: 'Open order',
  actionsHeader: 'What to do',
  order: 'Order',
  orderPlaceholder: 'Number, customer or goods',
  orderHint: 'Orders that are owed money, with what is open.',
  orderNone: 'No order that is owed money was found',
  orderMissing: 'Choose an order from the list.',
  customerMissing: 'Choose a customer from the list.',
  chosen: 'Customer chosen.',
  howMuch: 'How much',
  howMuchHint: (waits: string) => `${waits} waits; take less to split it.`,
  amountWrong: (waits: string) => `Give an amount above zero, and ${waits} at most.`,
  actions: {
    matchPayment: {
      action: 'Allocate',
      title: 'Allocate to an order',
      consequence:
        'The order counts it as paid. If it is then paid in full, its invoice and its delivery follow at once.',
      done: (amount: string) => `${amount} allocated`,
      refused: 'It was not allocated',
    },
    keepPaymentAsCredit: {
      action: 'Keep as credit',
      title: 'Keep as credit',
      consequence: "It stays on the customer's account and leaves this list. Nothing is sent back.",
      done: (amount: string) => `${amount} kept as credit`,
      refused: 'It was not kept',
    },
    refundUnallocatedPayment: {
      action: 'Refund',
      title: 'Refund to the payer',
      consequence:
        'It goes back the way it came, and cannot be called back. If the bank returns it, it waits here again.',
      done: (amount: string) => `Refund of ${amount} asked for`,
      refused: 'It was not refunded',
    },
  },
  failed: 'The payments could not be read',
  empty: {
    title: 'Nothing to match',
    text: 'Money that is too much, too late or for an unknown order will wait here.',
  },
};
